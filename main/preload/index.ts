import { contextBridge, ipcRenderer } from 'electron';
import { eventNames } from '../../shared/contract/events.ts';
import { callNames } from '../../shared/contract/ipc.ts';
import { buildBridge } from './bridge.ts';

contextBridge.exposeInMainWorld('kiosk', buildBridge(ipcRenderer, callNames, eventNames));
