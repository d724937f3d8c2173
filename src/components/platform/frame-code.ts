const attribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** What a trainer pastes: the frame, and a script that gives it its height and hears its results. */
export const frameCode = (
  address: string,
  site: string,
  title: string,
) => `<iframe id="amicable" title="${attribute(title)}" height="600"
  style="width: 100%; border: 0"
  src="${attribute(address)}"></iframe>
<script>
  addEventListener('message', (event) => {
    const frame = document.getElementById('amicable');
    if (event.origin !== '${site}' || event.source !== frame.contentWindow) return;
    if (event.data.kind === 'size') frame.height = event.data.height;
    if (event.data.kind === 'result') console.log(event.data.result);
  });
</script>`;
