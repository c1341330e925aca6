/* 写记录的网页一律用中文。 */
Object.defineProperty(navigator, 'languages', { get: function () { return ['zh-CN']; } });
Object.defineProperty(navigator, 'language', { get: function () { return 'zh-CN'; } });
