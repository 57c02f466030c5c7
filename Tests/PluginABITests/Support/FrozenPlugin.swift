import Foundation

/// One plugin that uses every part of interface 1.0: as it was compiled when the interface was new, and built again from the same source.
enum FrozenPlugin: String, CaseIterable, Sendable {
    /// The binaries of the repository.
    case binaryOfC, binaryOfRust
    /// Sources, against the header as it was.
    case builtInC, builtInSwift, builtInRust
    /// The source in C against a header of a later version.
    case ofTheFuture

    /// Those that can be had here: binaries are for one kind of machine, and not everybody has Rust.
    static let here: [FrozenPlugin] = allCases.filter { plugin in
        switch plugin {
        case .binaryOfC, .binaryOfRust: runsBinaries
        case .builtInRust: Compiler.has("rustc")
        default: true
        }
    }

    /// Whether the binaries are for this machine.
    static let runsBinaries: Bool = {
        #if arch(x86_64)
        true
        #else
        false
        #endif
    }()

    /// The binaries of the repository.
    static let binaries = [binary("c"), binary("rust")]

    /// The folder of sources and binaries.
    static let folder = Compiler.suite.appending(path: "Frozen")
    /// The header as it was.
    static let header = folder.appending(path: "1.0")

    /// The library, built when it is not there.
    func library() -> String {
        switch self {
        case .binaryOfC: Self.binary("c")
        case .binaryOfRust: Self.binary("rust")
        case .builtInC: Self.inC(header: Self.header.path)
        case .ofTheFuture: Self.inC(header: FutureHeader.folder, ["-DFUTURE"])
        case .builtInSwift:
            Compiler.library([
                "swiftc", "-O", "-parse-as-library", "-swift-version", "6", "-module-name", "frozen", "-emit-library",
                "-I", Self.header.path, Self.folder.appending(path: "frozen.swift").path,
            ])
        case .builtInRust:
            Compiler.library([
                "rustc", "--edition", "2021", "--crate-type", "cdylib", "-C", "panic=abort", "-C", "opt-level=s",
                "-C", "link-arg=-nostdlib", Self.folder.appending(path: "frozen.rs").path,
            ])
        }
    }

    /// The source in C against a header.
    static func inC(header: String, _ options: [String] = []) -> String {
        Compiler.library(
            [
                Compiler.c, "-shared", "-fPIC", "-O1", "-fvisibility=hidden", "-Wl,-Bsymbolic", "-Wall", "-Werror",
                "-I",
                header,
            ] + options + [folder.appending(path: "frozen.c").path])
    }

    private static func binary(_ language: String) -> String {
        folder.appending(path: "libfrozen_\(language).so").path
    }
}
