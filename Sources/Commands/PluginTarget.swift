import ArgumentParser

/// Where a package is to run.
enum PluginTarget: String, CaseIterable, ExpressibleByArgument {
    /// Here, and on any other Newel.
    case newel
    /// On AWS Lambda, as a function of the runtime `provided.al2023`.
    case lambda
}
