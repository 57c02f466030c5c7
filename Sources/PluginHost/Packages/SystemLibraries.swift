import Glibc
import Platform

/// Where the dynamic loader finds libraries on this machine.
enum SystemLibraries {
    /// The folders of `LD_LIBRARY_PATH`, of the loader's configuration, and those it knows by itself.
    private static let folders: [String] = {
        let own = (getenv("LD_LIBRARY_PATH").map { String(cString: $0) } ?? "").split(separator: ":").map(String.init)
        let files = ["/etc/ld.so.conf"] + Folder.names(in: "/etc/ld.so.conf.d").map { "/etc/ld.so.conf.d/\($0)" }
        let configured = files.flatMap { path -> [String] in
            guard let bytes = try? Files.read(path, bytesMax: 1 << 20) else { return [] }  // there may be none
            return String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
                .filter { $0.hasPrefix("/") }
        }
        let triplet = "\(ELFPreflight.architecture)-linux-gnu"
        let usual = ["/lib", "/usr/lib", "/lib64", "/usr/lib64", "/lib/\(triplet)", "/usr/lib/\(triplet)"]
        return own + configured + usual
    }()

    /// The file of a library.
    ///
    /// - Parameter first: Folders that are looked into before the others; those inside a package are not here.
    static func path(of name: String, besides first: [String]) -> String? {
        (first.filter { $0.hasPrefix("/") } + folders).lazy.map { "\($0)/\(name)" }.first { Files.stamp($0) != nil }
    }
}
