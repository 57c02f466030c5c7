import AWSWire
import JSONTree

/// Logging, tracing and encryption of a request, checked; `nil` where the request is silent.
struct MachineConfiguration: Sendable {
    /// `loggingConfiguration`, completed.
    let logging: JSON?
    /// `tracingConfiguration`, completed.
    let tracing: JSON?
    /// `encryptionConfiguration`, completed.
    let encryption: JSON?

    /// Checks what the request gives.
    init(_ input: JSON, logging: LoggingConfiguration, in context: RequestContext) async throws(ServiceError) {
        self.logging = try await logging.checked(input["loggingConfiguration"], in: context)
        tracing = try TracingConfiguration.checked(input["tracingConfiguration"])
        encryption = try EncryptionConfiguration.checked(input["encryptionConfiguration"])
    }

    /// Sets what is given.
    func apply(to settings: inout MachineSettings) {
        if let logging { settings.loggingConfiguration = logging }
        if let tracing { settings.tracingConfiguration = tracing }
        if let encryption { settings.encryptionConfiguration = encryption }
    }
}
