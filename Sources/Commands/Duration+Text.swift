extension Duration {
    /// Milliseconds with one decimal: `12.3 ms`.
    var formatted: String {
        let tenths = (components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000) / 100_000
        return "\(tenths / 10).\(tenths % 10) ms"
    }
}
