import ArgumentParser
import Digests
import Glibc
import PluginHost

/// `newel plugin pack`: a zip that Newel and the `aws` CLI take.
struct PluginPack: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack", abstract: "Make a package: one zip with everything a function needs.",
        discussion: """
            From a library, plugin.json is made of what the library says of itself; give one library for each
            architecture. From a folder with a plugin.json, the whole folder is packed. The same files make
            the same zip, and the same signature.

            Exit code 0: written. 1: something is wrong with a library or manifest. 2: bad usage.

            Example:
              newel plugin pack Greet/build/libGreet.so
              newel plugin pack Greet/build/libGreet.so --sign mine.pem
              newel plugin pack Greet/build/libGreet.so --target lambda
              aws lambda create-function --function-name Greet --handler Greet --runtime provided.al2023 \\
                --role arn:aws:iam::000000000000:role/greet --zip-file fileb://Greet.zip
            """)

    @Argument(help: "A folder with a plugin.json, or libraries.") var paths: [String]
    @Option(help: ArgumentHelp("Where to. Default: NAME.zip, or NAME-VERSION.zip, here.", valueName: "file"))
    var output: String?
    @Option(help: "The package's name, when it is made of libraries.") var name: String?
    @Option(help: "The package's version, when it is made of libraries.") var version: String?

    @Option(
        help: ArgumentHelp(
            "Sign the package with an Ed25519 key, as 'newel plugin keygen' makes one.", valueName: "pem"))
    var sign: String?
    @Option(
        help: ArgumentHelp(
            "Where it is to run: 'newel', or 'lambda' for a zip that AWS Lambda runs as 'provided.al2023'.",
            discussion: "For 'lambda' give one library, or one folder; its library for this machine is packed."))
    var target = PluginTarget.newel

    func validate() throws {
        guard target == .lambda else { return }
        guard paths.count == 1, sign == nil, version == nil else {
            throw ValidationError("--target lambda takes one library or folder, and neither --sign nor --version.")
        }
    }

    func run() throws {
        if target == .lambda { return try packForLambda() }
        let key = try sign.map(Self.key)
        let writer = PackageWriter(workerExecutable: Executable.worker)
        let package: PackageWriter.Result
        do throws(PackageProblem) {
            package =
                paths.count == 1 && !paths[0].hasSuffix(".so")
                ? try writer.pack(folder: paths[0], signedBy: key)
                : try writer.pack(libraries: paths, name: name, version: version, signedBy: key)
        } catch {
            throw CommandFailure(error.message, exitCode: 1)
        }
        let manifest = package.manifest
        let file = output ?? ([manifest.name, manifest.version].filter { !$0.isEmpty }.joined(separator: "-") + ".zip")
        unlink(file)  // an older one; what stands in the way shows itself when the file is written
        try FileContent.write(package.bytes, to: file)
        let names = manifest.entries.map(\.name).joined(separator: ", ")
        let architectures = manifest.libraries.map(\.architecture).joined(separator: ", ")
        let machines =
            architectures.isEmpty ? (manifest.runtime == nil ? "any machine" : "its own program") : architectures
        let signature = key.map { "  signed by \($0.publicKey.name)" } ?? ""
        Terminal.print(
            "\(file)  \(package.bytes.count) bytes  \(names)  for \(machines)\(signature)"
        )
    }

    private func packForLambda() throws {
        let package: (bytes: [UInt8], handlers: [String])
        do throws(PackageProblem) {
            package = try PackageWriter(workerExecutable: Executable.worker).packForLambda(
                paths[0], bootstrap: "\(Executable.directory)/newel-lambda-bootstrap")
        } catch {
            throw CommandFailure(error.message, exitCode: 1)
        }
        let file = output ?? "\(name ?? package.handlers[0])-lambda.zip"
        unlink(file)  // an older one; what stands in the way shows itself when the file is written
        try FileContent.write(package.bytes, to: file)
        let handlers = package.handlers.joined(separator: " or ")
        Terminal.print("\(file)  \(package.bytes.count) bytes  for provided.al2023, handler \(handlers)")
    }

    private static func key(_ path: String) throws -> Ed25519PrivateKey {
        guard let key = Ed25519PrivateKey(pem: try FileContent.read(path)) else {
            throw CommandFailure(
                "\(path) holds no private Ed25519 key without a password: 'newel plugin keygen NAME' makes one.",
                exitCode: 2)
        }
        return key
    }
}
