// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `acm`.
    static let acm = ModelReader.read(
        #"""
        service acm - - - - coral
        action describeCertificate - DescribeCertificateResponse
        action listCertificates - ListCertificatesResponse
        action requestCertificate - RequestCertificateResponse
        boolean -boolean
        list CertificateSummaryList CertificateSummary -
        list DomainList DomainNameString - 1..100
        list DomainValidationList DomainValidation - 1..1000
        list ExtendedKeyUsageList ExtendedKeyUsage -
        list ExtendedKeyUsageNames ExtendedKeyUsageName -
        list InUseList -string -
        list KeyUsageList KeyUsage -
        list KeyUsageNames KeyUsageName -
        list ValidationEmailList -string -
        string -string
        string Arn 20..2048
        string CertificateExport enum ENABLED,DISABLED
        string CertificateManagedBy enum CLOUDFRONT
        string CertificateStatus enum PENDING_VALIDATION,ISSUED,INACTIVE,EXPIRED,VALIDATION_TIMED_OUT,REVOKED,FAILED
        string CertificateTransparencyLoggingPreference enum ENABLED,DISABLED
        string CertificateType enum IMPORTED,AMAZON_ISSUED,PRIVATE
        string DomainNameString 1..253
        string DomainStatus enum PENDING_VALIDATION,SUCCESS,FAILED
        string ExtendedKeyUsageName enum TLS_WEB_SERVER_AUTHENTICATION,TLS_WEB_CLIENT_AUTHENTICATION,CODE_SIGNING,EMAIL_PROTECTION,TIME_STAMPING,OCSP_SIGNING,IPSEC_END_SYSTEM,IPSEC_TUNNEL,IPSEC_USER,ANY,NONE,CUSTOM
        string FailureReason enum NO_AVAILABLE_CONTACTS,ADDITIONAL_VERIFICATION_REQUIRED,DOMAIN_NOT_ALLOWED,INVALID_PUBLIC_DOMAIN,DOMAIN_VALIDATION_DENIED,CAA_ERROR,PCA_LIMIT_EXCEEDED,PCA_INVALID_ARN,PCA_INVALID_STATE,PCA_REQUEST_FAILED,PCA_NAME_CONSTRAINTS_VALIDATION,PCA_RESOURCE_NOT_FOUND,PCA_INVALID_ARGS,PCA_INVALID_DURATION,PCA_ACCESS_DENIED,SLR_NOT_FOUND,OTHER
        string KeyAlgorithm enum RSA_1024,RSA_2048,RSA_3072,RSA_4096,EC_prime256v1,EC_secp384r1,EC_secp521r1
        string KeyUsageName enum DIGITAL_SIGNATURE,NON_REPUDIATION,KEY_ENCIPHERMENT,DATA_ENCIPHERMENT,KEY_AGREEMENT,CERTIFICATE_SIGNING,CRL_SIGNING,ENCIPHER_ONLY,DECIPHER_ONLY,ANY,CUSTOM
        string NextToken 1..10000
        string RecordType enum CNAME
        string RenewalEligibility enum ELIGIBLE,INELIGIBLE
        string RenewalStatus enum PENDING_AUTO_RENEWAL,PENDING_VALIDATION,SUCCESS,FAILED
        string RevocationReason enum UNSPECIFIED,KEY_COMPROMISE,CA_COMPROMISE,AFFILIATION_CHANGED,SUPERCEDED,SUPERSEDED,CESSATION_OF_OPERATION,CERTIFICATE_HOLD,REMOVE_FROM_CRL,PRIVILEGE_WITHDRAWN,A_A_COMPROMISE
        string ValidationMethod enum EMAIL,DNS,HTTP
        structure CertificateDetail CertificateArn:Arn DomainName:DomainNameString SubjectAlternativeNames:DomainList ManagedBy:CertificateManagedBy DomainValidationOptions:DomainValidationList Serial:-string Subject:-string Issuer:-string CreatedAt:-timestamp IssuedAt:-timestamp ImportedAt:-timestamp Status:CertificateStatus RevokedAt:-timestamp RevocationReason:RevocationReason NotBefore:-timestamp NotAfter:-timestamp KeyAlgorithm:KeyAlgorithm SignatureAlgorithm:-string InUseBy:InUseList FailureReason:FailureReason Type:CertificateType RenewalSummary:RenewalSummary KeyUsages:KeyUsageList ExtendedKeyUsages:ExtendedKeyUsageList CertificateAuthorityArn:Arn RenewalEligibility:RenewalEligibility Options:CertificateOptions
        structure CertificateOptions CertificateTransparencyLoggingPreference:CertificateTransparencyLoggingPreference Export:CertificateExport
        structure CertificateSummary CertificateArn:Arn DomainName:DomainNameString SubjectAlternativeNameSummaries:DomainList HasAdditionalSubjectAlternativeNames:-boolean Status:CertificateStatus Type:CertificateType KeyAlgorithm:KeyAlgorithm KeyUsages:KeyUsageNames ExtendedKeyUsages:ExtendedKeyUsageNames ExportOption:CertificateExport InUse:-boolean Exported:-boolean RenewalEligibility:RenewalEligibility NotBefore:-timestamp NotAfter:-timestamp CreatedAt:-timestamp IssuedAt:-timestamp ImportedAt:-timestamp RevokedAt:-timestamp ManagedBy:CertificateManagedBy
        structure DescribeCertificateResponse Certificate:CertificateDetail
        structure DomainValidation DomainName*:DomainNameString ValidationEmails:ValidationEmailList ValidationDomain:DomainNameString ValidationStatus:DomainStatus ResourceRecord:ResourceRecord HttpRedirect:HttpRedirect ValidationMethod:ValidationMethod
        structure ExtendedKeyUsage Name:ExtendedKeyUsageName Oid:-string
        structure HttpRedirect RedirectFrom:-string RedirectTo:-string
        structure KeyUsage Name:KeyUsageName
        structure ListCertificatesResponse NextToken:NextToken CertificateSummaryList:CertificateSummaryList
        structure RenewalSummary RenewalStatus*:RenewalStatus DomainValidationOptions*:DomainValidationList RenewalStatusReason:FailureReason UpdatedAt*:-timestamp
        structure RequestCertificateResponse CertificateArn:Arn
        structure ResourceRecord Name*:-string Type*:RecordType Value*:-string
        timestamp -timestamp
        """#)
}
