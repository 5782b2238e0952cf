import StateBar from '../components/StateBar.vue'
import WallCard from './WallCard.vue'
import WallCharts from './WallCharts.vue'
import WallFigures from './WallFigures.vue'
import WallFoot from './WallFoot.vue'
import WallKiosk from './WallKiosk.vue'
import WallPopups from './WallPopups.vue'
import WallVolume from './WallVolume.vue'
import WallWaiting from './WallWaiting.vue'

/** All parts of a wall besides its header and its tiles; one file to load. */
export const aroundTiles = {
  StateBar,
  WallCard,
  WallCharts,
  WallFigures,
  WallFoot,
  WallKiosk,
  WallPopups,
  WallVolume,
  WallWaiting,
} as const
