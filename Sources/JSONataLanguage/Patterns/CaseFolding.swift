/// Equality of UTF-16 units when case is ignored: ECMAScript's Canonicalize without the `u` flag.
///
/// Source: ECMAScript, "Runtime Semantics: Canonicalize". The table is ours, so no platform answers otherwise.
enum CaseFolding {
    /// What a unit is compared as.
    static func canonical(_ unit: UInt16) -> UInt16 { canonicals[Int(unit)] }

    /// All units that are compared as the same, if there are several; each class once, ascending within.
    static let classes: [[UInt16]] = {
        var members = [[UInt16]](repeating: [], count: 1 << 16)
        for unit in UInt16.min...UInt16.max { members[Int(canonicals[Int(unit)])].append(unit) }
        return members.filter { $0.count > 1 }
    }()

    /// The class a unit is in, or `nil` when it equals itself only.
    static func equals(of unit: UInt16) -> [UInt16]? {
        let index = classIndexes[Int(unit)]
        return index == 0 ? nil : classes[Int(index) - 1]
    }

    private static let canonicals: [UInt16] = {
        var table = Array(UInt16.min...UInt16.max)
        for run in CaseTable.runs {
            for number in 0..<run.count {
                let unit = run.first + number * run.step
                table[Int(unit)] = unit &+ run.delta
            }
        }
        return table
    }()

    /// For each unit the number of its class, counted from 1; 0 for none.
    private static let classIndexes: [UInt16] = {
        var table = [UInt16](repeating: 0, count: 1 << 16)
        for (index, members) in classes.enumerated() {
            for unit in members { table[Int(unit)] = UInt16(index + 1) }
        }
        return table
    }()
}
