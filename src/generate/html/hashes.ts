// SHA-256 of the style and of the script, as the policy of the page has them. A test holds them to the texts, and tells them where they differ.
export const styleHash = "qpyakfSIpbYW30PUe67C2H6+yjKpqe84IQbKeAXKaWs=";
export const scriptHash = "p9lQ5eknzIu8ZvLFYkQ1kPxaieKleKHvGavHDenHoGY=";
