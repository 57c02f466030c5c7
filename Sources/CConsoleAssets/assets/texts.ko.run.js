// Texts of the execution page and the Studio.
export default {
};
