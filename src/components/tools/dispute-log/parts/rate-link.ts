interface Window {
  orders: number;
  projected: string;
}

/**
 * The forecast of the next window as fields of the rate calculator: its orders, with the disputes forecast
 * for them, leave while as many come in, so that the calculator goes by this forecast and by no other rate.
 */
export function toRateTool({ orders, projected }: Window): string {
  const claims = String(Math.min(orders, Math.round(Number(projected))));
  const all = String(orders);
  return `#?denominator=${all}&leavingClaims=${claims}&leavingOrders=${all}&metric=custom&numerator=${claims}&plannedOrders=${all}&v=1`;
}
