import ArgumentParser
import Digests
import Glibc

/// `newel plugin keygen`: a pair of keys to sign packages with.
struct PluginKeygen: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen", abstract: "Make a pair of Ed25519 keys to sign packages with.",
        discussion: """
            NAME.pem signs ('newel plugin pack --sign NAME.pem') and stays with you; NAME.pub.pem goes to whoever is
            to trust you. These do the same:
              openssl genpkey -algorithm ed25519 -out NAME.pem
              openssl pkey -in NAME.pem -pubout -out NAME.pub.pem

            Exit code 0: written. 2: bad usage, or a file is there already.

            Example:
              newel plugin keygen mine
              newel plugin pack Greet/build/libGreet.so --sign mine.pem
              newel up --require-signed --trusted-keys mine.pub.pem
            """)

    @Argument(help: "What the two files are called, with or without a folder.") var name: String

    func run() throws {
        let key = Ed25519PrivateKey()
        let (secret, open) = ("\(name).pem", "\(name).pub.pem")
        for path in [secret, open] where access(path, F_OK) == 0 {
            throw CommandFailure("\(path) is there already. Give another name.", exitCode: 2)
        }
        try FileContent.write(key.pem, to: secret, mode: 0o600)
        try FileContent.write(key.publicKey.pem, to: open)
        Terminal.print("\(secret) signs, \(open) checks: key \(key.publicKey.name)")
    }
}
