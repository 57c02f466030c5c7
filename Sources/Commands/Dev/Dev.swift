import ArgumentParser
import JSONTree
import Logging
import Platform
import ServerAssembly
import UnixSignals

/// `newel dev`: a plugin's folder, built and served anew with every save.
struct Dev: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Build a plugin whenever its source changes, try it and serve it.",
        discussion: """
            Looks at the folder for a Makefile, Cargo.toml, Package.swift, build.zig or go.mod and builds with that
            tool. What it built must come up in a worker and answer the example events: events/NAME.json, with
            NAME.expected.json beside it for the result it must have, or NAME.error.json for the error; with several
            functions, events/FUNCTION/NAME.json. Then it replaces the build that is served, and no call is lost.
            A build that fails is told with the tool's own words, here and in the server's console; the one before it
            goes on.

            If a Newel listens on the port, builds are put into its plugin folder, else one is started. Ctrl-C ends
            all that was started and takes the builds away again.

            Exit code 0: stopped. 2: bad usage, or nothing to build.

            Example:
              newel plugin new Greet --lang c
              newel dev Greet
            """)

    @Argument(help: ArgumentHelp("The folder. Default: this one.", valueName: "dir")) var folder = "."
    @Option(help: "The port of the server, on 127.0.0.1; 0 starts one on any free port.") var port = 4566
    @Option(
        help: ArgumentHelp(
            "Where data of a server live that is started here. Default: the folder of 'newel up'.", valueName: "dir"))
    var data: String?
    @Flag(help: "A server that is started here keeps nothing.") var memory = false

    func validate() throws {
        guard (0...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 0 to 65535, got \(port).")
        }
        guard data == nil || !memory else { throw ValidationError("--data and --memory exclude each other.") }
    }

    func run() async throws {
        let project = try PluginProject(folder)
        let stop = StopSign()
        let signals = await UnixSignalsSequence(trapping: .sigint, .sigterm)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in signals { stop.raise() }
            }
            let client = try ServerClient(address: "http://127.0.0.1:\(port)")
            if port != 0, let state = try await client.get("/_newel/dev") {
                defer { client.close() }
                guard let folder = state["directories"]?.arrayValue?.last?.stringValue else {
                    throw CommandFailure(
                        "The server on port \(port) has no plugin folder: start it with --plugins DIR, or give another --port."
                    )
                }
                Terminal.print("\(project.name) goes to the server on \(client.address), into \(folder)")
                try await DevLoop(project, DevPlace(client, folder: folder, project: project), until: stop).run()
            } else {
                client.close()
                try await serve(project, until: stop)
            }
            group.cancelAll()
        }
    }

    /// Starts a server of its own, with a folder of its own for the builds, and works beside it.
    private func serve(_ project: PluginProject, until stop: StopSign) async throws {
        let place = try DataFolder.temporary()
        defer { Folder.remove(place) }
        var configuration = ServerConfiguration(
            storage: memory ? .memory : .directory(data ?? DataFolder.standard),
            executableDirectory: Executable.directory)
        configuration.port = port
        configuration.pluginDirectories =
            [place] + (memory ? [] : [DataFolder.installedPlugins(in: data ?? DataFolder.standard)])
        let server = try Server(configuration, logger: Terminal.logger(.warning))
        let (addresses, ready) = AsyncStream<String>.makeStream()
        async let served: Void = {
            // Whatever ends the server ends the wait for its address, too.
            defer { ready.finish() }
            try await server.run(obeyingSignals: false) { ready.yield($0) }
        }()
        for await address in addresses {
            let client = try ServerClient(address: address)
            defer { client.close() }
            Terminal.print("newel is ready on \(address)")
            do {
                try await DevLoop(project, DevPlace(client, folder: place, project: project), until: stop).run()
            } catch {
                await server.stop()
                throw error
            }
            await server.stop()
            break
        }
        try await served
    }
}
