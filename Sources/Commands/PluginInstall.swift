import ArgumentParser
import Glibc
import Platform
import PluginHost
import ServerAssembly

/// `newel plugin install`: puts a package where `newel up` finds it.
struct PluginInstall: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "install", abstract: "Install a package, so that its functions are there.",
        discussion: """
            From a file or folder, or over HTTP: a zip or library by its URL, or a folder by a URL that ends with
            a slash, whose SHA256SUMS lists the files. What 'newel plugin check' refuses is not installed. A running
            server takes it at once.

            What comes over HTTP needs a checksum: --sha256, or a file SHA256SUMS beside it, as sha256sum writes it.
            Such a file beside a local one is read, too.

            Exit code 0: installed. 1: something is wrong with the package. 2: bad usage, or it cannot be had.

            Examples:
              newel plugin install Greet-1.0.0.zip
              newel plugin install https://example.org/plugins/greet/ --require-signed --trusted-keys theirs.pub.pem
            """)

    @Argument(help: ArgumentHelp("A zip, a library, a folder with a plugin.json, or a URL.", valueName: "what"))
    var source: String
    @Option(help: ArgumentHelp("What the file must have as SHA-256, in hex.", valueName: "hex")) var sha256: String?
    @Option(
        help: ArgumentHelp("The folder to install into. Default: installed/ in the data folder.", valueName: "dir"))
    var plugins: String?
    @Option(
        help: ArgumentHelp("The data folder of the server. Default: the one of 'newel up'.", valueName: "dir"))
    var data: String?
    @OptionGroup var trust: TrustOptions

    func validate() throws {
        guard data == nil || plugins == nil else {
            throw ValidationError("--data and --plugins exclude each other: --plugins names the folder itself.")
        }
        guard let sha256 else { return }
        guard sha256.utf8.count == 64, sha256.allSatisfy(\.isHexDigit) else {
            throw ValidationError("--sha256 takes 64 hex digits, got '\(sha256)'.")
        }
    }

    func run() async throws {
        let trust = try trust.trust(data: data ?? DataFolder.standard)
        let target = plugins ?? DataFolder.installedPlugins(in: data ?? DataFolder.standard)
        let package = try await PackageSource(source, sha256: sha256?.lowercased()).fetch()
        let workshop = try DataFolder.temporary()
        defer { Folder.remove(workshop) }
        let candidate = "\(workshop)/\(package.name)"
        try FileContent.write(package.bytes, to: candidate)
        let check = PackageCheck(path: candidate, workerExecutable: Executable.worker, trust: trust)
        for problem in check.problems { Terminal.note("\(source): \(problem)") }
        for remark in check.remarks { Terminal.note("\(source): note: \(remark)") }
        guard check.problems.isEmpty else {
            throw CommandFailure("\(source) is not installed.", exitCode: 1)
        }
        try DataFolder.make(target)
        let path = "\(target)/\(check.installedName(package.name))"
        let isNew = access(path, F_OK) != 0
        try FileContent.replace(path, with: package.bytes, ageSeconds: 60)
        let names = check.handlers.joined(separator: ", ")
        Terminal.print("\(path)  \(isNew ? "installed" : "replaced"): \(names); \(check.signature)")
        if plugins != nil { Terminal.note("'newel up --plugins \(target)' serves it.") }
    }
}
