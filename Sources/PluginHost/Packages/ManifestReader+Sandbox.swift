import JSONTree
import PluginRuntime

// What a function may touch: `"files": ["ro:data", "rw:/var/lib/x"]`, `"sandbox": {"processes": true}`.
extension ManifestReader {
    /// Reads both members of a function or integration.
    mutating func sandbox(_ item: JSON, _ name: String) -> SandboxSettings {
        var settings = SandboxSettings()
        check(item["files"] == nil || item["files"]?.arrayValue != nil, "\(name): files must be an array")
        for entry in item["files"]?.arrayValue ?? [] {
            if let grant = grant(entry.stringValue ?? "", name) { settings.grants.append(grant) }
        }
        check(item["sandbox"] == nil || item["sandbox"]?.isObject == true, "\(name): sandbox must be an object")
        for (key, value) in item["sandbox"]?.objectValue ?? JSONObject() {
            guard let isOn = value.boolValue else {
                check(false, "\(name): sandbox.\(key) must be true or false")
                continue
            }
            switch key {
            case "processes": settings.startsProcesses = isOn
            case "localSockets": settings.usesLocalSockets = isOn
            case "network": settings.usesNetwork = isOn
            default: check(false, "\(name): sandbox has processes, localSockets and network, but no \(key)")
            }
        }
        return settings
    }

    /// A grant of the host's files; `nil` for files of the package, which are readable anyway, and for what is wrong.
    private mutating func grant(_ text: String, _ name: String) -> ConfinementOrder.Grant? {
        let isWritable = text.hasPrefix("rw:")
        let path = String(text.dropFirst(3))
        guard isWritable || text.hasPrefix("ro:"), !path.isEmpty else {
            check(false, "\(name): files must be written ro:PATH or rw:PATH, not '\(text)'")
            return nil
        }
        guard path.hasPrefix("/") else {
            check(PackagePath.isSafe(path), "\(name): files: \(path) leads out of the package")
            check(!isWritable, "\(name): files: \(path) is in the package, which is never written to; TMPDIR can be")
            return nil
        }
        let parts = path.split(separator: "/")
        check(!parts.contains("..") && !parts.contains("."), "\(name): files: \(path) must not contain . or ..")
        check(!parts.isEmpty || !isWritable, "\(name): files: the whole machine cannot be made writable")
        return ConfinementOrder.Grant(path, isWritable: isWritable)
    }
}
