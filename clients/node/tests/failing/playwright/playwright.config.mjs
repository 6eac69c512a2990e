export default { reporter: "line" }
