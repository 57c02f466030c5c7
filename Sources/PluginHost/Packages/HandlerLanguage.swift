import PluginRuntime

/// What a handler is written in, as far as its library or what runs it tells.
package enum HandlerLanguage: String, Sendable {
    case c = "C"
    case cPlusPlus = "C++"
    case go = "Go"
    case node = "Node.js"
    case python = "Python"
    case rust = "Rust"
    case swift = "Swift"
    /// A program that speaks the Lambda Runtime API: it may be anything.
    case program = "program"

    /// The language of a package's runtime.
    init(_ runtime: PackageRuntime) {
        switch runtime {
        case .bootstrap: self = .program
        case .managed(let managed): self = managed.language == .python ? .python : .node
        }
    }

    /// The language of a library that has passed `ELFPreflight`: compilers leave sections and notes of their own. What has none of them is C.
    init(library: [UInt8]) throws(PackageProblem) {
        let (sections, comment) = try library.withUnsafeBytes { bytes in
            Result { () throws(PackageProblem) in try Self.notes(ELFFile(bytes: bytes)) }
        }.get()
        if sections.contains(where: { $0.hasPrefix("swift5_") }) {
            self = .swift
        } else if sections.contains(".go.buildinfo") {
            self = .go
        } else if comment.contains("rustc version") {
            self = .rust
        } else if try LibraryInspection(library).needed.contains(where: {
            $0.hasPrefix("libstdc++.so") || $0.hasPrefix("libc++.so")
        }) {
            self = .cPlusPlus
        } else {
            self = .c
        }
    }

    /// The names of a library's sections, and what its compilers wrote into it.
    private static func notes(_ file: ELFFile) throws(PackageProblem) -> (sections: [String], comment: String) {
        let (table, count) = (Int(try file.number(40, UInt64.self)), Int(try file.number(60, UInt16.self)))
        let names = try file.section(table + Int(try file.number(62, UInt16.self)) * 64)
        guard names.offset <= UInt64(file.bytes.count), names.size <= UInt64(file.bytes.count) - names.offset else {
            return ([], "")
        }
        var (found, comment) = ([String](), "")
        for index in 0..<count {
            let place = table + index * 64
            let name = file.name(UInt64(try file.number(place, UInt32.self)), in: names)
            found.append(name)
            let section = try file.section(place)
            guard name == ".comment", section.offset < UInt64(file.bytes.count) else { continue }
            let rest = file.bytes[Int(section.offset)...].prefix(Int(min(section.size, 4_096)))
            comment = String(decoding: rest, as: UTF8.self)
        }
        return (found, comment)
    }
}
