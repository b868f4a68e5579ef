export const frameWords = {
  notFoundTitle: 'Nothing is here',
  notFound: 'There is nothing at this address',
  notFoundText: 'It may have been deleted, or the address has a slip in it.',
  toHome: 'Go to Home',
  pageFailedTitle: 'This page could not be shown',
  pageFailed: 'The page could not be shown',
}
