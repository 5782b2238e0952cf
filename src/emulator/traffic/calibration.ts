/** Why the bank's customers called: PS everyday business, NE stock trading, NW new customers, IN internet support. */
export type CustomerType = 'PS' | 'NE' | 'NW' | 'IN' | 'PE' | 'TT'

/** Service times: lognormal in seconds from ten seconds on, and a share of shorter ones. */
export interface ServiceTimes {
  readonly mu: number
  readonly sigma: number
  readonly shareUnder10s: number
  /** Of all of them, as published; seconds. */
  readonly meanSeconds: number
}

/**
 * Service times of 1999, of the "Anonymous Bank" call-centre data of Guedj and Mandelbaum (Technion), as analysed in Brown et al. 2005,
 * JASA 100(469):36-50. Only these aggregates are copied, no record is.
 */
export const serviceTimes: Readonly<Record<CustomerType, ServiceTimes>> = {
  PS: { mu: 4.8354, sigma: 0.8498, shareUnder10s: 0.043, meanSeconds: 175.7 },
  NE: { mu: 5.1892, sigma: 0.9534, shareUnder10s: 0.0564, meanSeconds: 261.7 },
  NW: { mu: 4.2693, sigma: 0.902, shareUnder10s: 0.0578, meanSeconds: 105.8 },
  IN: { mu: 5.2281, sigma: 1.1591, shareUnder10s: 0.014, meanSeconds: 357.3 },
  PE: { mu: 5.2151, sigma: 0.9071, shareUnder10s: 0.0942, meanSeconds: 248.1 },
  TT: { mu: 4.2954, sigma: 1.1975, shareUnder10s: 0.3028, meanSeconds: 103.1 },
}

/** From and to, in seconds of waiting, and the chance per second that a caller still there hangs up. */
export type Hazard = readonly (readonly [from: number, to: number, perSecond: number])[]

/** How likely everyday customers are to give up, of the same source: most after some seconds and after a minute. */
export const everydayHazard: Hazard = [
  [0, 5, 0.00101],
  [5, 10, 0.00334],
  [10, 15, 0.00509],
  [15, 20, 0.003],
  [20, 30, 0.00212],
  [30, 45, 0.002],
  [45, 55, 0.00249],
  [55, 60, 0.0041],
  [60, 65, 0.00292],
  [65, 75, 0.00254],
  [75, 90, 0.00231],
  [90, 115, 0.00143],
  [115, 130, 0.00109],
  [130, 180, 0.00142],
  [180, 240, 0.00089],
  [240, 300, 0.00082],
  [300, 420, 0.0009],
  [420, 600, 0.00068],
]

/** Seconds of waiting, and the share of callers who would still be there if nobody answered; the same source. */
export const survival: Readonly<
  Record<'NE' | 'NW' | 'IN' | 'all', readonly (readonly [seconds: number, share: number])[]>
> = {
  NE: [
    [0, 0.9996],
    [2, 0.9991],
    [5, 0.997],
    [10, 0.9905],
    [15, 0.9801],
    [20, 0.9738],
    [30, 0.9653],
    [45, 0.9465],
    [60, 0.9246],
    [75, 0.9171],
    [90, 0.9027],
    [120, 0.8731],
    [150, 0.8532],
    [180, 0.8323],
    [240, 0.7763],
    [300, 0.7425],
    [420, 0.6436],
    [600, 0.5468],
  ],
  NW: [
    [0, 0.9965],
    [2, 0.9804],
    [5, 0.9628],
    [10, 0.9289],
    [15, 0.9013],
    [20, 0.8705],
    [30, 0.8193],
    [45, 0.77],
    [60, 0.7091],
    [75, 0.6608],
    [90, 0.6189],
    [120, 0.5684],
    [150, 0.5191],
    [180, 0.4558],
    [240, 0.3904],
    [300, 0.3433],
    [420, 0.2724],
    [600, 0.1931],
  ],
  IN: [
    [0, 0.9994],
    [2, 0.9943],
    [5, 0.9875],
    [10, 0.9727],
    [15, 0.9607],
    [20, 0.9412],
    [30, 0.9203],
    [45, 0.8846],
    [60, 0.8322],
    [75, 0.7916],
    [90, 0.7606],
    [120, 0.7196],
    [150, 0.6694],
    [180, 0.6321],
    [240, 0.5739],
    [300, 0.5165],
    [420, 0.4111],
    [600, 0.3178],
  ],
  all: [
    [0, 0.9985],
    [2, 0.9935],
    [5, 0.987],
    [10, 0.9642],
    [15, 0.9429],
    [20, 0.9264],
    [30, 0.9009],
    [45, 0.8685],
    [60, 0.8238],
    [75, 0.7876],
    [90, 0.7563],
    [120, 0.7182],
    [150, 0.6786],
    [180, 0.6365],
    [240, 0.5812],
    [300, 0.535],
    [420, 0.4496],
    [600, 0.3592],
  ],
}

/** Seconds at given shares of a distribution, in rising order. */
export type Quantiles = readonly (readonly [share: number, seconds: number])[]

/** How long the voice menu takes before the queue; the same source, its ends assumed. */
export const menuSeconds: Quantiles = [
  [0, 3],
  [0.05, 5],
  [0.25, 6],
  [0.5, 9],
  [0.75, 10],
  [0.95, 16],
  [0.99, 22],
  [1, 30],
]

/**
 * Between the end of an agent's call and his next answer while somebody waits: wrap-up, connecting and pauses; the
 * same source, its ends assumed.
 */
export const gapSeconds: Quantiles = [
  [0, 2],
  [0.05, 3],
  [0.25, 4],
  [0.5, 6],
  [0.75, 17],
  [0.9, 76],
  [0.95, 191],
  [1, 600],
]
