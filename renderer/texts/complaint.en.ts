import type { About, ComplaintTexts } from './complaint.id.ts';

const person = ({ isSelf }: About, own: string, other: string) => (isSelf ? own : other);

export const complaintEn: ComplaintTexts = {
  eyebrow: 'Complaint',
  danger: {
    title: 'Are you in danger now?',
    why: 'You yourself, or the person you want to help.',
    yes: { label: 'Yes, there is danger', hint: 'For example beaten, threatened, locked in or badly ill' },
    no: { label: 'No', hint: 'There is no danger at this moment' },
  },
  safety: {
    title: 'Get help first',
    lead: 'Call one of these numbers, or call the staff here. You can go on with the complaint afterwards.',
    showNumbers: 'Show emergency numbers',
    goOn: 'Go on with the complaint',
  },
  subject: {
    title: 'Who is this complaint for?',
    answers: {
      self: { label: 'For myself', hint: 'I am the worker' },
      family: { label: 'For my family', hint: 'Husband, wife, child, parent, brother or sister' },
      other: { label: 'For someone else', hint: 'A friend, a neighbour or someone I support' },
    },
  },
  relation: {
    title: 'What are you to the worker?',
    why: 'So that officers know who is reporting.',
    answers: {
      spouse: { label: 'Husband or wife' },
      parent: { label: 'Father or mother' },
      child: { label: 'Son or daughter' },
      sibling: { label: 'Brother or sister' },
      relative: { label: 'Other family', hint: 'For example an uncle, an aunt or a cousin' },
      friend: { label: 'Friend' },
      neighbour: { label: 'Neighbour' },
      companion: { label: 'Supporter', hint: 'From a union, a community or an aid group' },
      other: { label: 'Something else' },
    },
  },
  situation: {
    ask: (about) => ({
      title: person(about, 'Have you left Indonesia yet?', 'Has the worker left Indonesia yet?'),
      why: 'The problems you can choose next depend on this answer.',
    }),
    answers: (about) => ({
      'before-leaving': { label: 'Not yet', hint: 'Still signing up, in training or waiting' },
      abroad: {
        label: 'Working abroad now',
        hint: person(about, 'Back here for a short time only', 'Or still staying there'),
      },
      returned: { label: 'Already returned', hint: 'Back in Indonesia for good' },
    }),
  },
  category: {
    title: 'What is the problem?',
    why: 'Choose the closest. You can tell the rest later.',
    answers: {
      TPPO: { label: 'Sold or forced to work', hint: 'Trapped by debt or passed on' },
      KEKERASAN: { label: 'Hurt or harassed', hint: 'Beaten, threatened or locked in' },
      PUTUS_KOM: { label: 'No news', hint: 'The family cannot reach the worker' },
      SAKIT: { label: 'Illness or accident', hint: 'Ill, injured or in hospital' },
      MENINGGAL: { label: 'Death', hint: 'The family needs help' },
      DITAHAN: { label: 'Arrest or court case', hint: 'Arrested, in prison or on trial' },
      PULANG: { label: 'Wants to come home', hint: 'Wants to return but cannot' },
      DEPORTASI: { label: 'Sent home by force', hint: 'Was or will be deported' },
      OVERSTAY: { label: 'Stay permit ran out', hint: 'The visa or permit is past its date' },
      DOKUMEN: { label: 'Passport or papers held', hint: 'Someone else keeps them' },
      GAJI: { label: 'Wages not paid', hint: 'Too little, too late or not at all' },
      PHK: { label: 'Dismissed', hint: 'The contract was ended early' },
      TIDAK_SESUAI_PK: {
        label: 'Work not as promised',
        hint: 'Tasks, hours or pay differ from the contract',
      },
      JAMSOS: { label: 'Insurance or benefits', hint: 'Not paid yet or hard to claim' },
      OVERCHARGING: { label: 'Costs too high', hint: 'Asked to pay more than the rules allow' },
      GAGAL_BERANGKAT: { label: 'Did not get to leave', hint: 'Signed up or paid, but was not sent' },
      PENIPUAN: { label: 'Cheated about a job', hint: 'False vacancy or recruiter disappeared' },
      LAINNYA: { label: 'Another problem', hint: 'Not on this list' },
    },
  },
  enough: {
    title: 'This is enough to send',
    why: 'The more officers know, the better they can help. Everything more may be skipped.',
    answers: {
      contact: {
        label: 'Add a phone number, then send',
        hint: 'Officers can give you news. Your number is kept confidential',
      },
      full: { label: 'Add details', hint: 'Place, who it is about, what happened and a phone number' },
      short: { label: 'Send now', hint: 'Without a phone number, officers cannot give you news' },
    },
  },
  country: {
    ask: (about) => ({
      title:
        about.situation === 'before-leaving'
          ? 'Which country is the job in?'
          : about.situation === 'returned'
            ? person(about, 'Which country did you work in?', 'Which country did they work in?')
            : person(about, 'Which country do you work in?', 'Which country are they in now?'),
      why: 'So that officers know which mission can help.',
    }),
    other: 'Another country',
    common: 'Countries often chosen',
    otherLetter: 'Another first letter',
  },
  city: () => ({
    title: 'Which city or area?',
    why: 'If you are not sure, give any place name you remember.',
    label: 'City or area',
  }),
  accusedKind: {
    title: 'Who is the complaint about?',
    why: 'This kiosk does not tell them.',
    answers: {
      employer: { label: 'Employer or company', hint: 'The place of work' },
      agency: { label: 'Placement agency', hint: 'The office that arranged the departure' },
      recruiter: { label: 'Recruiter or broker', hint: 'The person who offered the job' },
      official: { label: 'An official', hint: 'In Indonesia or abroad' },
      other: { label: 'Someone else' },
      unknown: { label: 'I do not know, or nobody' },
    },
  },
  accusedName: (about) => ({
    title:
      about.accused === 'employer'
        ? 'What is the name of the employer or company?'
        : about.accused === 'agency'
          ? 'What is the agency called?'
          : 'What is that person’s name?',
    why: 'A nickname is fine too.',
    label: 'Name',
  }),
  accusedAddress: () => ({
    title: 'What is the address?',
    why: 'A city, a street or a place nearby is fine too.',
    label: 'Address',
  }),
  accusedPhone: () => ({
    title: 'What is their phone number?',
    why: 'If you have it. Officers can use it to find them.',
    label: 'Phone number of those complained about',
  }),
  story: () => ({
    title: 'What happened?',
    why: 'Tell it in your own words. It may be short.',
    label: 'Story',
  }),
  since: () => ({
    title: 'Since when?',
    why: 'Only what you remember. The year alone already helps.',
  }),
  wanted: {
    title: 'What do you hope for?',
    why: 'You may choose more than one.',
    answers: {
      'come-home': { label: 'To come home' },
      'be-safe': { label: 'To be safe from threats' },
      'wage-paid': { label: 'Wages paid' },
      'money-back': { label: 'Money back' },
      'documents-back': { label: 'Passport or papers back' },
      'medical-help': { label: 'Medical help' },
      'legal-help': { label: 'Legal help' },
      'find-person': { label: 'The person found' },
      'insurance-paid': { label: 'Insurance paid' },
      'stop-others': { label: 'That it happens to nobody else' },
      other: { label: 'Something else' },
    },
  },
  procedural: {
    ask: (about) => ({
      title:
        about.situation === 'before-leaving'
          ? person(
              about,
              'Did you sign up through official channels?',
              'Did they sign up through official channels?',
            )
          : person(
              about,
              'Did you leave through official channels?',
              'Did they leave through official channels?',
            ),
      why: 'This answer is not held against the worker. Those who went another way are helped too.',
    }),
    answers: {
      procedural: { label: 'Yes, official', hint: 'Registered with the government' },
      'non-procedural': { label: 'No', hint: 'For example on a visitor’s visa' },
      unknown: { label: 'I do not know' },
    },
  },
  workerName: (about) => ({
    title: person(about, 'What is your name?', 'What is the worker’s name?'),
    why: 'So that officers can find the records. The name is not printed on the slip.',
    label: person(about, 'Your name', 'Name of the worker'),
    hint: 'As on the identity card or passport. A single name is fine.',
  }),
  workerNik: (about) => ({
    title: person(about, 'What is your NIK?', 'What is the worker’s NIK?'),
    why: 'So that officers find the right person. It is not printed on the slip.',
    label: 'NIK',
    hint: 'The 16 digits on the identity card.',
  }),
  workerPassport: (about) => ({
    title: person(about, 'What is your passport number?', 'What is the worker’s passport number?'),
    why: 'With it officers can look for records abroad. It is not printed on the slip.',
    label: 'Passport number',
    hint: 'Letters and digits on the page with the photograph.',
  }),
  contactMode: {
    title: 'May officers contact you?',
    why: 'You choose how and when.',
    answers: {
      confidential: {
        label: 'Yes, and keep me confidential',
        hint: 'Only officers know. The complaint can be followed with the ticket number.',
      },
      'information-only': {
        label: 'No, this is information only',
        hint: 'Your number is not kept. Officers cannot give you any news.',
      },
    },
  },
  reporterName: () => ({
    title: 'What is your own name?',
    why: 'So that officers know whom to ask for when they call.',
    label: 'Your name',
    hint: 'A nickname is fine too.',
  }),
  contactPhone: () => ({
    title: 'Which number is safe for you?',
    why: 'Choose a phone that nobody else opens.',
    label: 'Your phone number',
    hint: 'Start a foreign number with +, for example +852.',
  }),
  contactChannel: {
    title: 'Which way is safer?',
    answers: {
      whatsapp: { label: 'WhatsApp' },
      call: { label: 'Phone call' },
      message: { label: 'Text message' },
    },
  },
  contactTimes: {
    title: 'When is it safe to contact you?',
    why: 'You may choose more than one.',
    answers: {
      morning: { label: 'Morning', hint: 'Until 11' },
      noon: { label: 'Midday', hint: '11 to 15' },
      afternoon: { label: 'Afternoon', hint: '15 to 18' },
      evening: { label: 'Evening', hint: 'After 18' },
      any: { label: 'Any time' },
    },
  },
  contactDiscreet: {
    title: 'What if someone else answers?',
    why: 'Officers read this answer before they contact you.',
    answers: {
      yes: { label: 'Do not mention a complaint', hint: 'Officers only say they are looking for you' },
      no: { label: 'They may mention it', hint: 'The people around me know' },
    },
  },
  consent: {
    'consent-forward': {
      title: 'May this complaint be passed on?',
      why: 'If you refuse, the complaint can still be sent.',
    },
    'consent-services': {
      title: 'May you be told about other services?',
      why: 'You may refuse. It makes no difference to your complaint.',
    },
  },
  doubts: {
    title: 'Look again',
    keep: 'It is right, continue',
    words: {
      'nik.not-digits': 'A NIK has digits only.',
      'nik.length': 'A NIK has 16 digits. Count them again.',
      'nik.same-digits': 'All digits are the same. Compare with the identity card.',
      'nik.day': 'The digits for the day of birth are unusual. Compare with the identity card.',
      'nik.month': 'The digits for the month of birth are unusual. Compare with the identity card.',
      'nik.serial': 'The last four digits are unusual. Compare with the identity card.',
      'nik.unknown-province': 'The first two digits are unusual. Compare with the identity card.',
      'nik.birth-date-differs': 'The digits differ from the date of birth. Compare with the identity card.',
      'nik.sex-differs': 'The digits differ from man or woman. Compare with the identity card.',
      'passport.unusual': 'Usually one or two letters, then six or seven digits.',
      'passport.shape': 'A passport number usually has eight letters and digits.',
      'phone.not-digits': 'A phone number has digits only.',
      'phone.too-short': 'A digit may be missing.',
      'phone.too-long': 'There may be a digit too many.',
      'phone.double-prefix': 'After +62, leave out the 0.',
      'phone.same-digits': 'Many digits are the same.',
      'phone.no-country': 'Indonesian numbers begin with 0. Foreign numbers begin with +.',
      'phone.country-unsure': 'If this is a foreign number, put + in front.',
    },
  },
  faults: {
    phoneMissing: 'Enter a safe phone number first.',
    timesMissing: 'Choose at least one time.',
    consentMissing: 'Choose to agree or not.',
    yearMissing: 'Choose the year first. If you do not remember, leave everything empty.',
    yearOutOfRange: 'This year is not possible. Choose another.',
    monthMissing: 'Choose the month, or leave the day empty.',
    noSuchDay: 'This month has no such day. Choose another.',
  },
  check: {
    title: 'Check your answers',
    why: 'Once sent, the answers cannot be changed here.',
    send: 'Send the complaint',
    notFilled: 'Not provided',
    given: 'I agree',
    refused: 'I do not agree',
    change: 'Change',
    fill: 'Fill in',
    noContact: 'There is no phone number yet. Officers cannot give you news.',
    rows: {
      danger: 'In danger now',
      subject: 'For whom',
      relation: 'You are',
      situation: 'Left Indonesia',
      category: 'Problem',
      country: 'Country',
      city: 'City or area',
      'accused-kind': 'Complaint about',
      'accused-name': 'Their name',
      'accused-address': 'Their address',
      'accused-phone': 'Their phone',
      story: 'Story',
      since: 'Since',
      wanted: 'Hoped for',
      procedural: 'Official channels',
      'worker-name': 'Name of the worker',
      'worker-nik': 'NIK of the worker',
      'worker-passport': 'Passport of the worker',
      'contact-mode': 'May be contacted',
      'reporter-name': 'Your name',
      'contact-phone': 'Your phone number',
      'contact-channel': 'By',
      'contact-times': 'Safe times',
      'contact-discreet': 'If someone else answers',
      'consent-forward': 'May be passed on',
      'consent-services': 'May be told of services',
    },
  },
  committing: {
    title: 'The complaint is being saved',
    lead: 'Wait here. The ticket number appears in a moment.',
  },
  failed: {
    title: 'The complaint is not saved yet',
    unsureTitle: 'It is not certain whether it was saved',
    recordedTitle: 'This complaint is already recorded',
    recorded: 'Its number cannot be shown here again. Press Call staff, and do not leave yet.',
    kept: 'Your answers are still on this screen.',
    once: 'Just try again. The same complaint is never recorded twice.',
    full: 'This kiosk has no room left to save.',
    broken: 'This kiosk cannot save at the moment.',
    staff: 'If it still does not work, press Call staff. Do not leave yet.',
    retry: 'Try to save again',
  },
  ticket: {
    title: 'Your complaint is recorded',
    lead: 'Keep both numbers. With them you can ask for news.',
    leadUntracked: 'These numbers prove that it is recorded. Officers cannot give you news.',
    next: 'Go on to the slip',
  },
  slip: {
    title: 'Did the slip come out?',
    lead: 'The slip comes out of the printer below the screen.',
    taken: 'Yes, I have it',
    missing: 'Not yet',
    withoutTitle: 'Photograph or write down this number',
    withoutLead: 'Your complaint is recorded, even without a slip.',
    goOn: 'I have written it down',
  },
  after: {
    title: 'What happens next',
    lead: 'The complaint is sent by itself. You do not need to wait here.',
    untracked: 'Because there is no phone number, officers cannot give you news.',
    by: (date) => `By ${date} at the latest`,
    within: (days) => `Within ${days} days`,
    unsure: 'This rule has not been confirmed.',
    lookUp: 'To ask for news, come back to this kiosk. Bring the ticket number and the secret number.',
    forgets: (days) => `What this kiosk keeps is erased ${days} days after the centre has received it.`,
    finish: 'Finish',
  },
};
