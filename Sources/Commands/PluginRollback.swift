import ArgumentParser
import JSONTree

/// `newel plugin rollback`: the way back to an earlier build of a dropped-in package.
struct PluginRollback: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rollback", abstract: "Serve an earlier build of a dropped-in plugin again.",
        discussion: """
            The last three builds of each plugin are kept. The one that is chosen comes up in a worker first, then
            every new call goes to it; calls under way end with the build they began with. It stays, restarts
            included, until the file changes.

            Exit code 0: done. 1: there is no such plugin or build, it does not come up, or no server answers.

            Example:
              newel plugin rollback Greet
              newel plugin rollback Greet --to 3fa1c0
            """)

    @Argument(help: "A function, a package, or the file it came from.") var name: String
    @Option(help: ArgumentHelp("The beginning of the build's sha256. Default: the one before.", valueName: "sha"))
    var to: String?
    @Option(help: ArgumentHelp(RunningServer.help, valueName: "url")) var endpoint: String?

    func run() async throws {
        var order = JSONObject([("rollback", .string(name))])
        if let to { order["to"] = .string(to) }
        let package = try await RunningServer(endpoint).ask("plugins", posting: .object(order))
        for line in PluginList.lines(ofPackage: package) { Terminal.print(line) }
    }
}
