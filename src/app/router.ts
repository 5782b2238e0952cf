import { createRouter, createWebHistory } from 'vue-router'
import type { Router } from 'vue-router'

/** The routes of DESIGN 4.1 that there are; every page is a chunk of its own. */
export function createWallRouter(): Router {
  const team = () => import('./pages/TeamPage.vue')
  return createRouter({
    history: createWebHistory(),
    routes: [
      { path: '/', component: () => import('./pages/TeamsPage.vue') },
      { path: '/team/:id', component: team, props: (to) => ({ id: to.params['id'], part: 'all' }) },
      {
        path: '/team/:id/:part(agents|charts)',
        component: team,
        props: true,
      },
      {
        path: '/extensions/:ranges',
        component: () => import('./pages/ExtensionsPage.vue'),
        props: true,
      },
      { path: '/rotate/:teams', component: () => import('./pages/RotatePage.vue'), props: true },
      { path: '/all', component: () => import('./pages/AllPage.vue') },
      { path: '/:path(.*)*', component: () => import('./pages/NotFoundPage.vue') },
    ],
  })
}
