/// A point on the way of data through a state, named as `inspectionData` names it.
package enum InspectionStage: String, Sendable, CaseIterable {
    case afterArguments, afterInputPath, afterParameters, result, afterResultSelector, afterResultPath
    case afterItemsPath, afterItemsPointer, afterItemSelector, afterItemBatcher

    /// Whether JSONata states have it.
    var isInJSONata: Bool {
        switch self {
        case .afterArguments, .result, .afterItemsPointer, .afterItemSelector, .afterItemBatcher: true
        case .afterInputPath, .afterParameters, .afterResultSelector, .afterResultPath, .afterItemsPath: false
        }
    }
}
