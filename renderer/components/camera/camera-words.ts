import type { Language } from '../../../shared/domain/language.ts';
import { cameraEn } from '../../texts/camera.en.ts';
import { type CameraTexts, cameraId } from '../../texts/camera.id.ts';
import { useLanguage } from '../../texts/texts.tsx';

export const cameraWords: Record<Language, CameraTexts> = { id: cameraId, en: cameraEn };

export function useCameraWords(): CameraTexts {
  return cameraWords[useLanguage()];
}
