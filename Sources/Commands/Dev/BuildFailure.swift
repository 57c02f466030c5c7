/// Why a build is not served.
struct BuildFailure: Error {
    /// In one line.
    let reason: String
    /// What the tool wrote, or what is wrong in particular; already on the terminal.
    var details = ""

    /// Both, for those who do not see the terminal.
    var text: String { details.isEmpty ? reason : "\(details)\n\(reason)" }
}
