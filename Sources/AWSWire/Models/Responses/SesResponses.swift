// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `ses`.
    static let ses = ModelReader.read(
        #"""
        service ses - - - - coral
        action sendBulkTemplatedEmail - SendBulkTemplatedEmailResponse
        action sendEmail - SendEmailResponse
        action sendRawEmail - SendRawEmailResponse
        action sendTemplatedEmail - SendTemplatedEmailResponse
        action verifyEmailIdentity - VerifyEmailIdentityResponse
        list BulkEmailDestinationStatusList BulkEmailDestinationStatus -
        string -string
        string BulkEmailStatus enum Success,MessageRejected,MailFromDomainNotVerified,ConfigurationSetDoesNotExist,TemplateDoesNotExist,AccountSuspended,AccountThrottled,AccountDailyQuotaExceeded,InvalidSendingPoolName,AccountSendingPaused,ConfigurationSetSendingPaused,InvalidParameterValue,TransientFailure,Failed
        structure BulkEmailDestinationStatus Status:BulkEmailStatus Error:-string MessageId:-string
        structure SendBulkTemplatedEmailResponse Status*:BulkEmailDestinationStatusList
        structure SendEmailResponse MessageId*:-string
        structure SendRawEmailResponse MessageId*:-string
        structure SendTemplatedEmailResponse MessageId*:-string
        structure VerifyEmailIdentityResponse
        """#)
}
