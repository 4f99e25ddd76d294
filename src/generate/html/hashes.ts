// SHA-256 of the style and of the script, as the policy of the page has them. A test holds them to the texts, and tells them where they differ.
export const styleHash = "0rKaD5ptuZTxxzykmhMAwtdFM5iXlVSu0wY5dCEbKko=";
export const scriptHash = "zJDuBanv7pSSrhQVUoQHiifN8OVip2p/euO5t6NnkEU=";
