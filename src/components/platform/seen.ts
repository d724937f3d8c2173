/**
 * Runs `then` once, as soon as an element comes near what can be seen. Answers how to stop waiting. Where a
 * browser cannot tell, it is taken as seen.
 */
export function whenSeen(element: Element, then: () => void): () => void {
  if (typeof IntersectionObserver !== 'function') {
    then();
    return () => undefined;
  }
  const observer = new IntersectionObserver(
    (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      then();
    },
    { rootMargin: '200px 0px' },
  );
  observer.observe(element);
  return () => observer.disconnect();
}
