// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `sesv2`.
    static let sesv2 = ModelReader.read(
        #"""
        service sesv2 - - - - coral
        action createEmailIdentity - CreateEmailIdentityResponse
        action getEmailIdentity - GetEmailIdentityResponse
        action listEmailIdentities - ListEmailIdentitiesResponse
        action sendBulkEmail - SendBulkEmailResponse
        action sendEmail - SendEmailResponse
        boolean -boolean
        integer -integer
        list BulkEmailEntryResultList BulkEmailEntryResult -
        list DnsTokenList -string -
        list IdentityInfoList IdentityInfo -
        list TagList Tag -
        map PolicyMap PolicyName Policy - -
        string -string
        string BehaviorOnMxFailure enum USE_DEFAULT_VALUE,REJECT_MESSAGE
        string BulkEmailStatus enum SUCCESS,MESSAGE_REJECTED,MAIL_FROM_DOMAIN_NOT_VERIFIED,CONFIGURATION_SET_NOT_FOUND,TEMPLATE_NOT_FOUND,ACCOUNT_SUSPENDED,ACCOUNT_THROTTLED,ACCOUNT_DAILY_QUOTA_EXCEEDED,INVALID_SENDING_POOL_NAME,ACCOUNT_SENDING_PAUSED,CONFIGURATION_SET_SENDING_PAUSED,INVALID_PARAMETER,TRANSIENT_FAILURE,FAILED
        string DkimSigningAttributesOrigin enum AWS_SES,EXTERNAL,AWS_SES_AF_SOUTH_1,AWS_SES_EU_NORTH_1,AWS_SES_AP_SOUTH_1,AWS_SES_EU_WEST_3,AWS_SES_EU_WEST_2,AWS_SES_EU_SOUTH_1,AWS_SES_EU_WEST_1,AWS_SES_AP_NORTHEAST_3,AWS_SES_AP_NORTHEAST_2,AWS_SES_ME_SOUTH_1,AWS_SES_AP_NORTHEAST_1,AWS_SES_IL_CENTRAL_1,AWS_SES_SA_EAST_1,AWS_SES_CA_CENTRAL_1,AWS_SES_AP_SOUTHEAST_1,AWS_SES_AP_SOUTHEAST_2,AWS_SES_AP_SOUTHEAST_3,AWS_SES_EU_CENTRAL_1,AWS_SES_US_EAST_1,AWS_SES_US_EAST_2,AWS_SES_US_WEST_1,AWS_SES_US_WEST_2,AWS_SES_ME_CENTRAL_1,AWS_SES_AP_SOUTH_2,AWS_SES_EU_CENTRAL_2,AWS_SES_AP_SOUTHEAST_5,AWS_SES_CA_WEST_1
        string DkimSigningKeyLength enum RSA_1024_BIT,RSA_2048_BIT
        string DkimStatus enum PENDING,SUCCESS,FAILED,TEMPORARY_FAILURE,NOT_STARTED
        string Identity 1..
        string IdentityType enum EMAIL_ADDRESS,DOMAIN,MANAGED_DOMAIN
        string MailFromDomainStatus enum PENDING,SUCCESS,FAILED,TEMPORARY_FAILURE
        string Policy 1..
        string PolicyName 1..64
        string VerificationError enum SERVICE_ERROR,DNS_SERVER_ERROR,HOST_NOT_FOUND,TYPE_NOT_FOUND,INVALID_VALUE,REPLICATION_ACCESS_DENIED,REPLICATION_PRIMARY_NOT_FOUND,REPLICATION_PRIMARY_BYO_DKIM_NOT_SUPPORTED,REPLICATION_REPLICA_AS_PRIMARY_NOT_SUPPORTED,REPLICATION_PRIMARY_INVALID_REGION
        string VerificationStatus enum PENDING,SUCCESS,FAILED,TEMPORARY_FAILURE,NOT_STARTED
        structure BulkEmailEntryResult Status:BulkEmailStatus Error:-string MessageId:-string
        structure CreateEmailIdentityResponse IdentityType:IdentityType VerifiedForSendingStatus:-boolean DkimAttributes:DkimAttributes
        structure DkimAttributes SigningEnabled:-boolean Status:DkimStatus Tokens:DnsTokenList SigningHostedZone:-string SigningAttributesOrigin:DkimSigningAttributesOrigin NextSigningKeyLength:DkimSigningKeyLength CurrentSigningKeyLength:DkimSigningKeyLength LastKeyGenerationTimestamp:-timestamp
        structure GetEmailIdentityResponse IdentityType:IdentityType FeedbackForwardingStatus:-boolean VerifiedForSendingStatus:-boolean DkimAttributes:DkimAttributes MailFromAttributes:MailFromAttributes Policies:PolicyMap Tags:TagList ConfigurationSetName:-string VerificationStatus:VerificationStatus VerificationInfo:VerificationInfo
        structure IdentityInfo IdentityType:IdentityType IdentityName:Identity SendingEnabled:-boolean VerificationStatus:VerificationStatus
        structure ListEmailIdentitiesResponse EmailIdentities:IdentityInfoList NextToken:-string
        structure MailFromAttributes MailFromDomain*:-string MailFromDomainStatus*:MailFromDomainStatus BehaviorOnMxFailure*:BehaviorOnMxFailure
        structure SOARecord PrimaryNameServer:-string AdminEmail:-string SerialNumber:-integer
        structure SendBulkEmailResponse BulkEmailEntryResults*:BulkEmailEntryResultList
        structure SendEmailResponse MessageId:-string
        structure Tag Key*:-string Value*:-string
        structure VerificationInfo LastCheckedTimestamp:-timestamp LastSuccessTimestamp:-timestamp ErrorType:VerificationError SoaRecord:SOARecord
        timestamp -timestamp
        """#)
}
