/** Why a figure is null. The sentences stand in the interface texts under `tool.dispute-rate.reason.<id>`. */
export type Reason =
  | 'no-line'
  | 'no-withdrawal'
  | 'withdrawals-do-not-suffice'
  | 'orders-do-not-suffice'
  | 'counts-money'
  | 'top-tier'
  | 'never-reached'
  | 'not-orders'
  | 'more-claims-than-orders'
  | 'not-asked'
  | 'no-orders-left'
  | 'no-fee'
  | 'no-prices'
  | 'no-exchange-rate';

/** The figures of a result that can be null, and say why. */
export type ExplainedField =
  | 'tier'
  | 'headroom'
  | 'withdrawalsNeeded'
  | 'ordersNeeded'
  | 'headroomAmount'
  | 'ordersNeededAmount'
  | 'mix'
  | 'interval'
  | 'forecast'
  | 'chanceOver'
  | 'fee'
  | 'feeTotal';
