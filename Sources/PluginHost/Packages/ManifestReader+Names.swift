import JSONTree
import ResourceNames

// Members nobody reads, and names that lead nowhere.
extension ManifestReader {
    /// What `plugin.json` may have at each of its places.
    enum Members {
        /// The manifest itself.
        static let top = [
            "manifestVersion", "name", "version", "abi", "libraries", "structs", "isolation", "runtime", "layers",
            "functions", "integrations",
        ]
        /// `abi`.
        static let abi = ["major", "minMinor"]
        /// `runtime`.
        static let runtime = ["bootstrap", "name"]
        /// An element of `libraries`.
        static let library = ["os", "arch", "path", "sha256", "system"]
        /// An element of `functions`.
        static let function = [
            "name", "handler", "native", "timeoutSeconds", "memoryMB", "reservedConcurrency", "environment",
            "permissions", "files", "sandbox", "probe", "onHostCrash",
        ]
        /// An element of `integrations`.
        static let integration = ["pattern", "handler", "environment", "permissions", "files", "sandbox"]
        /// `probe` of a function.
        static let probe = ["event", "timeoutMs"]
    }

    /// Warns of members nobody reads: they may be of a later version, or misspelt.
    mutating func expect(_ item: JSON?, _ known: [String], _ subject: String = "") {
        for key in item?.objectValue?.keys ?? [] where !known.contains(key) {
            let advice = Spelling.nearest(key, in: known).map { "did you mean \($0)?" }
            warn("\(subject)nobody reads \(key); " + (advice ?? "there are \(known.joined(separator: ", "))"))
        }
    }

    /// Names of files are made of the package's name and version.
    mutating func checkFileName(_ text: String, _ what: String) {
        let isFileName = PackagePath.isSafe(text) && !text.contains("/") && text.utf8.count <= 128
        check(text.isEmpty || isFileName, "\(what) cannot be '\(text)': it becomes part of the names of files")
    }

    /// Variables have names that a program can ask for, and that are not Lambda's.
    mutating func checkVariable(_ key: String, _ name: String) {
        check(
            FunctionVariable.isName(key),
            "\(name): environment: '\(key)' is no name of a variable: it has letters, digits and _, no digit first")
        check(!FunctionVariable.isReserved(key), "\(name): environment: \(key) is reserved, Lambda sets it itself")
    }

    /// `"permissions": ["sqs:SendMessage"]`: what the role of the function must allow, for whoever installs the package.
    mutating func checkPermissions(_ item: JSON, _ name: String) {
        guard let list = item["permissions"] else { return }
        check(list.isArray, "\(name): permissions must be an array")
        for entry in list.arrayValue ?? [] where !(entry.stringValue.map(Self.isPermission) ?? false) {
            check(
                false,
                "\(name): permissions: \(entry.stringValue.map { "'\($0)'" } ?? entry.text) is no action; write service:Action, as sqs:SendMessage"
            )
        }
    }

    /// `service:Action`, in which the action may have `*` and `?` as in policies.
    private static func isPermission(_ text: String) -> Bool {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return false }
        let isWord = { (letter: Character) in letter.isASCII && (letter.isLetter || letter.isNumber || letter == "-") }
        return parts[0].allSatisfy(isWord) && parts[1].allSatisfy { isWord($0) || $0 == "*" || $0 == "?" }
    }

    /// A library is for a machine that there is, and its checksum is one.
    mutating func checkMachine(_ item: JSON) {
        if let os = item["os"]?.stringValue, os != "linux" {
            warn("os is \(os): only libraries for linux are ever used")
        }
        if let arch = item["arch"]?.stringValue, !ELFPreflight.architectures.contains(arch) {
            let meant = ["amd64": "x86_64", "x64": "x86_64", "x86-64": "x86_64", "arm64": "aarch64"][arch.lowercased()]
            let advice = meant ?? Spelling.nearest(arch, in: ELFPreflight.architectures)
            warn(
                "arch is \(arch): "
                    + (advice.map { "did you mean \($0)?" }
                        ?? "Newel runs on \(ELFPreflight.architectures.joined(separator: " and "))"))
        }
        if let sha256 = item["sha256"]?.stringValue {
            check(sha256.utf8.count == 64 && sha256.allSatisfy(\.isHexDigit), "sha256 must be 64 hex digits")
        }
    }
}
