// Made by Tools/wire-models.py; not edited by hand.

extension ServiceModel {
    /// Shapes of the actions of `s3`.
    package static let s3 = ModelReader.read(
        #"""
        service s3 rest-xml - - 2006-03-01 none
        namespace http://s3.amazonaws.com/doc/2006-03-01/
        action CreateBucket CreateBucketRequest CreateBucketOutput PUT 200 /{Bucket}
        action HeadBucket HeadBucketRequest HeadBucketOutput HEAD 200 /{Bucket}
        action DeleteBucket DeleteBucketRequest - DELETE 204 /{Bucket}
        action ListBuckets ListBucketsRequest ListBucketsOutput GET 200 /
        action GetBucketLocation GetBucketLocationRequest GetBucketLocationOutput GET 200 /{Bucket}?location
        action PutObject PutObjectRequest PutObjectOutput PUT 200 /{Bucket}/{Key+}
        action GetObject GetObjectRequest GetObjectOutput GET 200 /{Bucket}/{Key+}
        action HeadObject HeadObjectRequest HeadObjectOutput HEAD 200 /{Bucket}/{Key+}
        action DeleteObject DeleteObjectRequest DeleteObjectOutput DELETE 204 /{Bucket}/{Key+}
        action DeleteObjects DeleteObjectsRequest DeleteObjectsOutput POST 200 /{Bucket}?delete
        action CopyObject CopyObjectRequest CopyObjectOutput PUT 200 /{Bucket}/{Key+}
        action ListObjects ListObjectsRequest ListObjectsOutput GET 200 /{Bucket}
        action ListObjectsV2 ListObjectsV2Request ListObjectsV2Output GET 200 /{Bucket}?list-type=2
        action CreateMultipartUpload CreateMultipartUploadRequest CreateMultipartUploadOutput POST 200 /{Bucket}/{Key+}?uploads
        action UploadPart UploadPartRequest UploadPartOutput PUT 200 /{Bucket}/{Key+}
        action UploadPartCopy UploadPartCopyRequest UploadPartCopyOutput PUT 200 /{Bucket}/{Key+}
        action CompleteMultipartUpload CompleteMultipartUploadRequest CompleteMultipartUploadOutput POST 200 /{Bucket}/{Key+}
        action AbortMultipartUpload AbortMultipartUploadRequest AbortMultipartUploadOutput DELETE 204 /{Bucket}/{Key+}
        action ListParts ListPartsRequest ListPartsOutput GET 200 /{Bucket}/{Key+}
        action ListMultipartUploads ListMultipartUploadsRequest ListMultipartUploadsOutput GET 200 /{Bucket}?uploads
        action GetBucketVersioning GetBucketVersioningRequest GetBucketVersioningOutput GET 200 /{Bucket}?versioning
        action PutBucketVersioning PutBucketVersioningRequest - PUT 200 /{Bucket}?versioning
        action GetBucketEncryption GetBucketEncryptionRequest GetBucketEncryptionOutput GET 200 /{Bucket}?encryption
        action PutBucketEncryption PutBucketEncryptionRequest - PUT 200 /{Bucket}?encryption
        action DeleteBucketEncryption DeleteBucketEncryptionRequest - DELETE 204 /{Bucket}?encryption
        action GetBucketPolicy GetBucketPolicyRequest GetBucketPolicyOutput GET 200 /{Bucket}?policy
        action PutBucketPolicy PutBucketPolicyRequest - PUT 200 /{Bucket}?policy
        action DeleteBucketPolicy DeleteBucketPolicyRequest - DELETE 204 /{Bucket}?policy
        action GetBucketTagging GetBucketTaggingRequest GetBucketTaggingOutput GET 200 /{Bucket}?tagging
        action PutBucketTagging PutBucketTaggingRequest - PUT 200 /{Bucket}?tagging
        action DeleteBucketTagging DeleteBucketTaggingRequest - DELETE 204 /{Bucket}?tagging
        action GetPublicAccessBlock GetPublicAccessBlockRequest GetPublicAccessBlockOutput GET 200 /{Bucket}?publicAccessBlock
        action PutPublicAccessBlock PutPublicAccessBlockRequest - PUT 200 /{Bucket}?publicAccessBlock
        action DeletePublicAccessBlock DeletePublicAccessBlockRequest - DELETE 204 /{Bucket}?publicAccessBlock
        action GetObjectTagging GetObjectTaggingRequest GetObjectTaggingOutput GET 200 /{Bucket}/{Key+}?tagging
        action PutObjectTagging PutObjectTaggingRequest PutObjectTaggingOutput PUT 200 /{Bucket}/{Key+}?tagging
        action DeleteObjectTagging DeleteObjectTaggingRequest DeleteObjectTaggingOutput DELETE 204 /{Bucket}/{Key+}?tagging
        action GetBucketNotificationConfiguration GetBucketNotificationConfigurationRequest NotificationConfiguration GET 200 /{Bucket}?notification
        action PutBucketNotificationConfiguration PutBucketNotificationConfigurationRequest - PUT 200 /{Bucket}?notification
        error BucketAlreadyExists 409 BucketAlreadyExists message
        error BucketAlreadyOwnedByYou 409 BucketAlreadyOwnedByYou message
        error EncryptionTypeMismatch 400 EncryptionTypeMismatch message
        error InvalidObjectState 403 InvalidObjectState message
        error InvalidRequest 400 InvalidRequest message
        error InvalidWriteOffset 400 InvalidWriteOffset message
        error NoSuchBucket 404 NoSuchBucket message
        error NoSuchKey 404 NoSuchKey message
        error NoSuchUpload 404 NoSuchUpload message
        error ObjectNotInActiveTierError 403 ObjectNotInActiveTierError message
        error TooManyParts 400 TooManyParts message
        timestamp AbortDate
        structure AbortMultipartUploadOutput RequestCharged:RequestCharged@header:x-amz-request-charged
        structure AbortMultipartUploadRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key UploadId*:MultipartUploadId@query:uploadId RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner IfMatchInitiatedTime:IfMatchInitiatedTime@header:x-amz-if-match-initiated-time
        string AbortRuleId
        string AcceptRanges
        boolean AccessPointAlias
        string AccountId
        string ArchiveStatus enum ARCHIVE_ACCESS,DEEP_ARCHIVE_ACCESS
        structure BlockedEncryptionTypes EncryptionType:EncryptionTypeList
        blob Body
        structure Bucket Name:BucketName CreationDate:CreationDate BucketRegion:BucketRegion BucketArn:S3RegionalOrS3ExpressBucketArnString
        string BucketCannedACL enum private,public-read,public-read-write,authenticated-read
        structure BucketInfo DataRedundancy:DataRedundancy Type:BucketType
        boolean BucketKeyEnabled
        string BucketLocationConstraint enum af-south-1,ap-east-1,ap-east-2,ap-northeast-1,ap-northeast-2,ap-northeast-3,ap-south-1,ap-south-2,ap-southeast-1,ap-southeast-2,ap-southeast-3,ap-southeast-4,ap-southeast-5,ap-southeast-6,ap-southeast-7,ca-central-1,ca-west-1,cn-north-1,cn-northwest-1,EU,eu-central-1,eu-central-2,eu-north-1,eu-south-1,eu-south-2,eu-west-1,eu-west-2,eu-west-3,il-central-1,me-central-1,me-south-1,mx-central-1,sa-east-1,us-east-2,us-gov-east-1,us-gov-west-1,us-west-1,us-west-2
        string BucketLocationName
        string BucketName
        string BucketNamespace enum account-regional,global
        string BucketRegion
        string BucketType enum Directory
        string BucketVersioningStatus enum Enabled,Suspended
        list Buckets Bucket Bucket
        boolean BypassGovernanceRetention
        string CacheControl
        string ChecksumAlgorithm enum CRC32,CRC32C,SHA1,SHA256,CRC64NVME,SHA512,MD5,XXHASH64,XXHASH3,XXHASH128
        list ChecksumAlgorithmList ChecksumAlgorithm member flat
        string ChecksumCRC32
        string ChecksumCRC32C
        string ChecksumCRC64NVME
        string ChecksumMD5
        string ChecksumMode enum ENABLED
        string ChecksumSHA1
        string ChecksumSHA256
        string ChecksumSHA512
        string ChecksumType enum COMPOSITE,FULL_OBJECT
        string ChecksumXXHASH128
        string ChecksumXXHASH3
        string ChecksumXXHASH64
        string Code
        structure CommonPrefix Prefix:Prefix
        list CommonPrefixList CommonPrefix member flat
        structure CompleteMultipartUploadOutput Location:Location Bucket:BucketName Key:ObjectKey Expiration:Expiration@header:x-amz-expiration ETag:ETag ChecksumCRC32:ChecksumCRC32 ChecksumCRC32C:ChecksumCRC32C ChecksumCRC64NVME:ChecksumCRC64NVME ChecksumSHA1:ChecksumSHA1 ChecksumSHA256:ChecksumSHA256 ChecksumSHA512:ChecksumSHA512 ChecksumMD5:ChecksumMD5 ChecksumXXHASH64:ChecksumXXHASH64 ChecksumXXHASH3:ChecksumXXHASH3 ChecksumXXHASH128:ChecksumXXHASH128 ChecksumType:ChecksumType ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption VersionId:ObjectVersionId@header:x-amz-version-id SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestCharged:RequestCharged@header:x-amz-request-charged
        structure CompleteMultipartUploadRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key MultipartUpload:CompletedMultipartUpload@payload UploadId*:MultipartUploadId@query:uploadId ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 ChecksumType:ChecksumType@header:x-amz-checksum-type MpuObjectSize:MpuObjectSize@header:x-amz-mp-object-size RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner IfMatch:IfMatch@header:If-Match IfNoneMatch:IfNoneMatch@header:If-None-Match SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5
        structure CompletedMultipartUpload Parts:CompletedPartList=Part
        structure CompletedPart ETag:ETag ChecksumCRC32:ChecksumCRC32 ChecksumCRC32C:ChecksumCRC32C ChecksumCRC64NVME:ChecksumCRC64NVME ChecksumSHA1:ChecksumSHA1 ChecksumSHA256:ChecksumSHA256 ChecksumSHA512:ChecksumSHA512 ChecksumMD5:ChecksumMD5 ChecksumXXHASH64:ChecksumXXHASH64 ChecksumXXHASH3:ChecksumXXHASH3 ChecksumXXHASH128:ChecksumXXHASH128 PartNumber:PartNumber
        list CompletedPartList CompletedPart member flat
        boolean ConfirmRemoveSelfBucketAccess
        string ContentDisposition
        string ContentEncoding
        string ContentLanguage
        long ContentLength
        string ContentMD5
        string ContentRange
        string ContentType
        structure CopyObjectOutput CopyObjectResult:CopyObjectResult@payload Expiration:Expiration@header:x-amz-expiration CopySourceVersionId:CopySourceVersionId@header:x-amz-copy-source-version-id VersionId:ObjectVersionId@header:x-amz-version-id ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestCharged:RequestCharged@header:x-amz-request-charged
        structure CopyObjectRequest ACL:ObjectCannedACL@header:x-amz-acl Bucket*:BucketName@path:Bucket CacheControl:CacheControl@header:Cache-Control ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-checksum-algorithm ContentDisposition:ContentDisposition@header:Content-Disposition ContentEncoding:ContentEncoding@header:Content-Encoding ContentLanguage:ContentLanguage@header:Content-Language ContentType:ContentType@header:Content-Type CopySource*:CopySource@header:x-amz-copy-source CopySourceIfMatch:CopySourceIfMatch@header:x-amz-copy-source-if-match CopySourceIfModifiedSince:CopySourceIfModifiedSince@header:x-amz-copy-source-if-modified-since CopySourceIfNoneMatch:CopySourceIfNoneMatch@header:x-amz-copy-source-if-none-match CopySourceIfUnmodifiedSince:CopySourceIfUnmodifiedSince@header:x-amz-copy-source-if-unmodified-since Expires:Expires@header:Expires GrantFullControl:GrantFullControl@header:x-amz-grant-full-control GrantRead:GrantRead@header:x-amz-grant-read GrantReadACP:GrantReadACP@header:x-amz-grant-read-acp GrantWriteACP:GrantWriteACP@header:x-amz-grant-write-acp IfMatch:IfMatch@header:If-Match IfNoneMatch:IfNoneMatch@header:If-None-Match Key*:ObjectKey@path:Key Metadata:Metadata@headers:x-amz-meta- MetadataDirective:MetadataDirective@header:x-amz-metadata-directive TaggingDirective:TaggingDirective@header:x-amz-tagging-directive ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption StorageClass:StorageClass@header:x-amz-storage-class WebsiteRedirectLocation:WebsiteRedirectLocation@header:x-amz-website-redirect-location SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled CopySourceSSECustomerAlgorithm:CopySourceSSECustomerAlgorithm@header:x-amz-copy-source-server-side-encryption-customer-algorithm CopySourceSSECustomerKey:CopySourceSSECustomerKey@header:x-amz-copy-source-server-side-encryption-customer-key CopySourceSSECustomerKeyMD5:CopySourceSSECustomerKeyMD5@header:x-amz-copy-source-server-side-encryption-customer-key-MD5 RequestPayer:RequestPayer@header:x-amz-request-payer Tagging:TaggingHeader@header:x-amz-tagging ObjectLockMode:ObjectLockMode@header:x-amz-object-lock-mode ObjectLockRetainUntilDate:ObjectLockRetainUntilDate@header:x-amz-object-lock-retain-until-date ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus@header:x-amz-object-lock-legal-hold ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ExpectedSourceBucketOwner:AccountId@header:x-amz-source-expected-bucket-owner
        structure CopyObjectResult ETag:ETag LastModified:LastModified ChecksumType:ChecksumType ChecksumCRC32:ChecksumCRC32 ChecksumCRC32C:ChecksumCRC32C ChecksumCRC64NVME:ChecksumCRC64NVME ChecksumSHA1:ChecksumSHA1 ChecksumSHA256:ChecksumSHA256 ChecksumSHA512:ChecksumSHA512 ChecksumMD5:ChecksumMD5 ChecksumXXHASH64:ChecksumXXHASH64 ChecksumXXHASH3:ChecksumXXHASH3 ChecksumXXHASH128:ChecksumXXHASH128
        structure CopyPartResult ETag:ETag LastModified:LastModified ChecksumCRC32:ChecksumCRC32 ChecksumCRC32C:ChecksumCRC32C ChecksumCRC64NVME:ChecksumCRC64NVME ChecksumSHA1:ChecksumSHA1 ChecksumSHA256:ChecksumSHA256 ChecksumSHA512:ChecksumSHA512 ChecksumMD5:ChecksumMD5 ChecksumXXHASH64:ChecksumXXHASH64 ChecksumXXHASH3:ChecksumXXHASH3 ChecksumXXHASH128:ChecksumXXHASH128
        string CopySource pattern \/?.+\/.+
        string CopySourceIfMatch
        timestamp CopySourceIfModifiedSince
        string CopySourceIfNoneMatch
        timestamp CopySourceIfUnmodifiedSince
        string CopySourceRange
        string CopySourceSSECustomerAlgorithm
        string CopySourceSSECustomerKey sensitive
        string CopySourceSSECustomerKeyMD5
        string CopySourceVersionId
        structure CreateBucketConfiguration LocationConstraint:BucketLocationConstraint Location:LocationInfo Bucket:BucketInfo Tags:TagSet
        structure CreateBucketOutput Location:Location@header:Location BucketArn:S3RegionalOrS3ExpressBucketArnString@header:x-amz-bucket-arn
        structure CreateBucketRequest ACL:BucketCannedACL@header:x-amz-acl Bucket*:BucketName@path:Bucket CreateBucketConfiguration:CreateBucketConfiguration@payload GrantFullControl:GrantFullControl@header:x-amz-grant-full-control GrantRead:GrantRead@header:x-amz-grant-read GrantReadACP:GrantReadACP@header:x-amz-grant-read-acp GrantWrite:GrantWrite@header:x-amz-grant-write GrantWriteACP:GrantWriteACP@header:x-amz-grant-write-acp ObjectLockEnabledForBucket:ObjectLockEnabledForBucket@header:x-amz-bucket-object-lock-enabled ObjectOwnership:ObjectOwnership@header:x-amz-object-ownership BucketNamespace:BucketNamespace@header:x-amz-bucket-namespace
        structure CreateMultipartUploadOutput AbortDate:AbortDate@header:x-amz-abort-date AbortRuleId:AbortRuleId@header:x-amz-abort-rule-id Bucket:BucketName Key:ObjectKey UploadId:MultipartUploadId ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestCharged:RequestCharged@header:x-amz-request-charged ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-checksum-algorithm ChecksumType:ChecksumType@header:x-amz-checksum-type
        structure CreateMultipartUploadRequest ACL:ObjectCannedACL@header:x-amz-acl Bucket*:BucketName@path:Bucket CacheControl:CacheControl@header:Cache-Control ContentDisposition:ContentDisposition@header:Content-Disposition ContentEncoding:ContentEncoding@header:Content-Encoding ContentLanguage:ContentLanguage@header:Content-Language ContentType:ContentType@header:Content-Type Expires:Expires@header:Expires GrantFullControl:GrantFullControl@header:x-amz-grant-full-control GrantRead:GrantRead@header:x-amz-grant-read GrantReadACP:GrantReadACP@header:x-amz-grant-read-acp GrantWriteACP:GrantWriteACP@header:x-amz-grant-write-acp Key*:ObjectKey@path:Key Metadata:Metadata@headers:x-amz-meta- ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption StorageClass:StorageClass@header:x-amz-storage-class WebsiteRedirectLocation:WebsiteRedirectLocation@header:x-amz-website-redirect-location SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestPayer:RequestPayer@header:x-amz-request-payer Tagging:TaggingHeader@header:x-amz-tagging ObjectLockMode:ObjectLockMode@header:x-amz-object-lock-mode ObjectLockRetainUntilDate:ObjectLockRetainUntilDate@header:x-amz-object-lock-retain-until-date ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus@header:x-amz-object-lock-legal-hold ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-checksum-algorithm ChecksumType:ChecksumType@header:x-amz-checksum-type
        timestamp CreationDate
        string DataRedundancy enum SingleAvailabilityZone,SingleLocalZone
        structure Delete Objects*:ObjectIdentifierList=Object Quiet:Quiet
        structure DeleteBucketEncryptionRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure DeleteBucketPolicyRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure DeleteBucketRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure DeleteBucketTaggingRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        boolean DeleteMarker
        string DeleteMarkerVersionId
        structure DeleteObjectOutput DeleteMarker:DeleteMarker@header:x-amz-delete-marker VersionId:ObjectVersionId@header:x-amz-version-id RequestCharged:RequestCharged@header:x-amz-request-charged
        structure DeleteObjectRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key MFA:MFA@header:x-amz-mfa VersionId:ObjectVersionId@query:versionId RequestPayer:RequestPayer@header:x-amz-request-payer BypassGovernanceRetention:BypassGovernanceRetention@header:x-amz-bypass-governance-retention ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner IfMatch:IfMatch@header:If-Match IfMatchLastModifiedTime:IfMatchLastModifiedTime@header:x-amz-if-match-last-modified-time IfMatchSize:IfMatchSize@header:x-amz-if-match-size
        structure DeleteObjectTaggingOutput VersionId:ObjectVersionId@header:x-amz-version-id
        structure DeleteObjectTaggingRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key VersionId:ObjectVersionId@query:versionId ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure DeleteObjectsOutput Deleted:DeletedObjects RequestCharged:RequestCharged@header:x-amz-request-charged Errors:Errors=Error
        structure DeleteObjectsRequest Bucket*:BucketName@path:Bucket Delete*:Delete@payload MFA:MFA@header:x-amz-mfa RequestPayer:RequestPayer@header:x-amz-request-payer BypassGovernanceRetention:BypassGovernanceRetention@header:x-amz-bypass-governance-retention ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm
        structure DeletePublicAccessBlockRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure DeletedObject Key:ObjectKey VersionId:ObjectVersionId DeleteMarker:DeleteMarker DeleteMarkerVersionId:DeleteMarkerVersionId
        list DeletedObjects DeletedObject member flat
        string Delimiter
        string DisplayName
        string ETag
        string EncodingType enum url
        string EncryptionType enum NONE,SSE-C
        list EncryptionTypeList EncryptionType EncryptionType flat
        structure Error Key:ObjectKey VersionId:ObjectVersionId Code:Code Message:Message
        list Errors Error member flat
        string Event enum s3:ReducedRedundancyLostObject,s3:ObjectCreated:*,s3:ObjectCreated:Put,s3:ObjectCreated:Post,s3:ObjectCreated:Copy,s3:ObjectCreated:CompleteMultipartUpload,s3:ObjectRemoved:*,s3:ObjectRemoved:Delete,s3:ObjectRemoved:DeleteMarkerCreated,s3:ObjectRestore:*,s3:ObjectRestore:Post,s3:ObjectRestore:Completed,s3:Replication:*,s3:Replication:OperationFailedReplication,s3:Replication:OperationNotTracked,s3:Replication:OperationMissedThreshold,s3:Replication:OperationReplicatedAfterThreshold,s3:ObjectRestore:Delete,s3:LifecycleTransition,s3:IntelligentTiering,s3:ObjectAcl:Put,s3:LifecycleExpiration:*,s3:LifecycleExpiration:Delete,s3:LifecycleExpiration:DeleteMarkerCreated,s3:ObjectTagging:*,s3:ObjectTagging:Put,s3:ObjectTagging:Delete
        structure EventBridgeConfiguration 
        list EventList Event member flat
        string Expiration
        string Expires
        boolean FetchOwner
        structure FilterRule Name:FilterRuleName Value:FilterRuleValue
        list FilterRuleList FilterRule member flat
        string FilterRuleName enum prefix,suffix
        string FilterRuleValue
        structure GetBucketEncryptionOutput ServerSideEncryptionConfiguration:ServerSideEncryptionConfiguration@payload
        structure GetBucketEncryptionRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetBucketLocationOutput LocationConstraint:BucketLocationConstraint
        structure GetBucketLocationRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetBucketNotificationConfigurationRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetBucketPolicyOutput Policy:Policy@payload
        structure GetBucketPolicyRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetBucketTaggingOutput TagSet*:TagSet
        structure GetBucketTaggingRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetBucketVersioningOutput Status:BucketVersioningStatus MFADelete:MFADeleteStatus=MfaDelete
        structure GetBucketVersioningRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure GetObjectOutput Body:Body@payload DeleteMarker:DeleteMarker@header:x-amz-delete-marker AcceptRanges:AcceptRanges@header:accept-ranges Expiration:Expiration@header:x-amz-expiration Restore:Restore@header:x-amz-restore LastModified:LastModified@header:Last-Modified ContentLength:ContentLength@header:Content-Length ETag:ETag@header:ETag ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 ChecksumType:ChecksumType@header:x-amz-checksum-type MissingMeta:MissingMeta@header:x-amz-missing-meta VersionId:ObjectVersionId@header:x-amz-version-id CacheControl:CacheControl@header:Cache-Control ContentDisposition:ContentDisposition@header:Content-Disposition ContentEncoding:ContentEncoding@header:Content-Encoding ContentLanguage:ContentLanguage@header:Content-Language ContentRange:ContentRange@header:Content-Range ContentType:ContentType@header:Content-Type Expires:Expires@header:Expires WebsiteRedirectLocation:WebsiteRedirectLocation@header:x-amz-website-redirect-location ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption Metadata:Metadata@headers:x-amz-meta- SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled StorageClass:StorageClass@header:x-amz-storage-class RequestCharged:RequestCharged@header:x-amz-request-charged ReplicationStatus:ReplicationStatus@header:x-amz-replication-status PartsCount:PartsCount@header:x-amz-mp-parts-count TagCount:TagCount@header:x-amz-tagging-count ObjectLockMode:ObjectLockMode@header:x-amz-object-lock-mode ObjectLockRetainUntilDate:ObjectLockRetainUntilDate@header:x-amz-object-lock-retain-until-date ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus@header:x-amz-object-lock-legal-hold
        structure GetObjectRequest Bucket*:BucketName@path:Bucket IfMatch:IfMatch@header:If-Match IfModifiedSince:IfModifiedSince@header:If-Modified-Since IfNoneMatch:IfNoneMatch@header:If-None-Match IfUnmodifiedSince:IfUnmodifiedSince@header:If-Unmodified-Since Key*:ObjectKey@path:Key Range:Range@header:Range ResponseCacheControl:ResponseCacheControl@query:response-cache-control ResponseContentDisposition:ResponseContentDisposition@query:response-content-disposition ResponseContentEncoding:ResponseContentEncoding@query:response-content-encoding ResponseContentLanguage:ResponseContentLanguage@query:response-content-language ResponseContentType:ResponseContentType@query:response-content-type ResponseExpires:ResponseExpires@query:response-expires VersionId:ObjectVersionId@query:versionId SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 RequestPayer:RequestPayer@header:x-amz-request-payer PartNumber:PartNumber@query:partNumber ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ChecksumMode:ChecksumMode@header:x-amz-checksum-mode
        structure GetObjectTaggingOutput VersionId:ObjectVersionId@header:x-amz-version-id TagSet*:TagSet
        structure GetObjectTaggingRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key VersionId:ObjectVersionId@query:versionId ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner RequestPayer:RequestPayer@header:x-amz-request-payer
        structure GetPublicAccessBlockOutput PublicAccessBlockConfiguration:PublicAccessBlockConfiguration@payload
        structure GetPublicAccessBlockRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        string GrantFullControl
        string GrantRead
        string GrantReadACP
        string GrantWrite
        string GrantWriteACP
        structure HeadBucketOutput BucketArn:S3RegionalOrS3ExpressBucketArnString@header:x-amz-bucket-arn BucketLocationType:LocationType@header:x-amz-bucket-location-type BucketLocationName:BucketLocationName@header:x-amz-bucket-location-name BucketRegion:Region@header:x-amz-bucket-region AccessPointAlias:AccessPointAlias@header:x-amz-access-point-alias
        structure HeadBucketRequest Bucket*:BucketName@path:Bucket ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure HeadObjectOutput DeleteMarker:DeleteMarker@header:x-amz-delete-marker AcceptRanges:AcceptRanges@header:accept-ranges Expiration:Expiration@header:x-amz-expiration Restore:Restore@header:x-amz-restore ArchiveStatus:ArchiveStatus@header:x-amz-archive-status LastModified:LastModified@header:Last-Modified ContentLength:ContentLength@header:Content-Length ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 ChecksumType:ChecksumType@header:x-amz-checksum-type ETag:ETag@header:ETag MissingMeta:MissingMeta@header:x-amz-missing-meta VersionId:ObjectVersionId@header:x-amz-version-id CacheControl:CacheControl@header:Cache-Control ContentDisposition:ContentDisposition@header:Content-Disposition ContentEncoding:ContentEncoding@header:Content-Encoding ContentLanguage:ContentLanguage@header:Content-Language ContentType:ContentType@header:Content-Type ContentRange:ContentRange@header:Content-Range Expires:Expires@header:Expires WebsiteRedirectLocation:WebsiteRedirectLocation@header:x-amz-website-redirect-location ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption Metadata:Metadata@headers:x-amz-meta- SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled StorageClass:StorageClass@header:x-amz-storage-class RequestCharged:RequestCharged@header:x-amz-request-charged ReplicationStatus:ReplicationStatus@header:x-amz-replication-status PartsCount:PartsCount@header:x-amz-mp-parts-count TagCount:TagCount@header:x-amz-tagging-count ObjectLockMode:ObjectLockMode@header:x-amz-object-lock-mode ObjectLockRetainUntilDate:ObjectLockRetainUntilDate@header:x-amz-object-lock-retain-until-date ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus@header:x-amz-object-lock-legal-hold
        structure HeadObjectRequest Bucket*:BucketName@path:Bucket IfMatch:IfMatch@header:If-Match IfModifiedSince:IfModifiedSince@header:If-Modified-Since IfNoneMatch:IfNoneMatch@header:If-None-Match IfUnmodifiedSince:IfUnmodifiedSince@header:If-Unmodified-Since Key*:ObjectKey@path:Key Range:Range@header:Range ResponseCacheControl:ResponseCacheControl@query:response-cache-control ResponseContentDisposition:ResponseContentDisposition@query:response-content-disposition ResponseContentEncoding:ResponseContentEncoding@query:response-content-encoding ResponseContentLanguage:ResponseContentLanguage@query:response-content-language ResponseContentType:ResponseContentType@query:response-content-type ResponseExpires:ResponseExpires@query:response-expires VersionId:ObjectVersionId@query:versionId SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 RequestPayer:RequestPayer@header:x-amz-request-payer PartNumber:PartNumber@query:partNumber ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ChecksumMode:ChecksumMode@header:x-amz-checksum-mode
        string ID
        string IfMatch
        timestamp IfMatchInitiatedTime
        timestamp IfMatchLastModifiedTime
        long IfMatchSize
        timestamp IfModifiedSince
        string IfNoneMatch
        timestamp IfUnmodifiedSince
        timestamp Initiated
        structure Initiator ID:ID DisplayName:DisplayName
        boolean IsRestoreInProgress
        boolean IsTruncated
        integer KeyCount
        string KeyMarker
        string LambdaFunctionArn
        structure LambdaFunctionConfiguration Id:NotificationId LambdaFunctionArn*:LambdaFunctionArn=CloudFunction Events*:EventList=Event Filter:NotificationConfigurationFilter
        list LambdaFunctionConfigurationList LambdaFunctionConfiguration member flat
        timestamp LastModified
        timestamp LastModifiedTime
        structure ListBucketsOutput Buckets:Buckets Owner:Owner ContinuationToken:NextToken Prefix:Prefix
        structure ListBucketsRequest MaxBuckets:MaxBuckets@query:max-buckets ContinuationToken:Token@query:continuation-token Prefix:Prefix@query:prefix BucketRegion:BucketRegion@query:bucket-region
        structure ListMultipartUploadsOutput Bucket:BucketName KeyMarker:KeyMarker UploadIdMarker:UploadIdMarker NextKeyMarker:NextKeyMarker Prefix:Prefix Delimiter:Delimiter NextUploadIdMarker:NextUploadIdMarker MaxUploads:MaxUploads IsTruncated:IsTruncated Uploads:MultipartUploadList=Upload CommonPrefixes:CommonPrefixList EncodingType:EncodingType RequestCharged:RequestCharged@header:x-amz-request-charged
        structure ListMultipartUploadsRequest Bucket*:BucketName@path:Bucket Delimiter:Delimiter@query:delimiter EncodingType:EncodingType@query:encoding-type KeyMarker:KeyMarker@query:key-marker MaxUploads:MaxUploads@query:max-uploads Prefix:Prefix@query:prefix UploadIdMarker:UploadIdMarker@query:upload-id-marker ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner RequestPayer:RequestPayer@header:x-amz-request-payer
        structure ListObjectsOutput IsTruncated:IsTruncated Marker:Marker NextMarker:NextMarker Contents:ObjectList Name:BucketName Prefix:Prefix Delimiter:Delimiter MaxKeys:MaxKeys CommonPrefixes:CommonPrefixList EncodingType:EncodingType RequestCharged:RequestCharged@header:x-amz-request-charged
        structure ListObjectsRequest Bucket*:BucketName@path:Bucket Delimiter:Delimiter@query:delimiter EncodingType:EncodingType@query:encoding-type Marker:Marker@query:marker MaxKeys:MaxKeys@query:max-keys Prefix:Prefix@query:prefix RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner OptionalObjectAttributes:OptionalObjectAttributesList@header:x-amz-optional-object-attributes
        structure ListObjectsV2Output IsTruncated:IsTruncated Contents:ObjectList Name:BucketName Prefix:Prefix Delimiter:Delimiter MaxKeys:MaxKeys CommonPrefixes:CommonPrefixList EncodingType:EncodingType KeyCount:KeyCount ContinuationToken:Token NextContinuationToken:NextToken StartAfter:StartAfter RequestCharged:RequestCharged@header:x-amz-request-charged
        structure ListObjectsV2Request Bucket*:BucketName@path:Bucket Delimiter:Delimiter@query:delimiter EncodingType:EncodingType@query:encoding-type MaxKeys:MaxKeys@query:max-keys Prefix:Prefix@query:prefix ContinuationToken:Token@query:continuation-token FetchOwner:FetchOwner@query:fetch-owner StartAfter:StartAfter@query:start-after RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner OptionalObjectAttributes:OptionalObjectAttributesList@header:x-amz-optional-object-attributes
        structure ListPartsOutput AbortDate:AbortDate@header:x-amz-abort-date AbortRuleId:AbortRuleId@header:x-amz-abort-rule-id Bucket:BucketName Key:ObjectKey UploadId:MultipartUploadId PartNumberMarker:PartNumberMarker NextPartNumberMarker:NextPartNumberMarker MaxParts:MaxParts IsTruncated:IsTruncated Parts:Parts=Part Initiator:Initiator Owner:Owner StorageClass:StorageClass RequestCharged:RequestCharged@header:x-amz-request-charged ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType
        structure ListPartsRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key MaxParts:MaxParts@query:max-parts PartNumberMarker:PartNumberMarker@query:part-number-marker UploadId*:MultipartUploadId@query:uploadId RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5
        string Location
        structure LocationInfo Type:LocationType Name:LocationNameAsString
        string LocationNameAsString
        string LocationType enum AvailabilityZone,LocalZone
        string MFA
        string MFADelete enum Enabled,Disabled
        string MFADeleteStatus enum Enabled,Disabled
        string Marker
        integer MaxBuckets 1..10000
        integer MaxKeys
        integer MaxParts
        integer MaxUploads
        string Message
        map Metadata MetadataKey MetadataValue key value
        string MetadataDirective enum COPY,REPLACE
        string MetadataKey
        string MetadataValue
        integer MissingMeta
        long MpuObjectSize
        structure MultipartUpload UploadId:MultipartUploadId Key:ObjectKey Initiated:Initiated StorageClass:StorageClass Owner:Owner Initiator:Initiator ChecksumAlgorithm:ChecksumAlgorithm ChecksumType:ChecksumType
        string MultipartUploadId
        list MultipartUploadList MultipartUpload member flat
        string NextKeyMarker
        string NextMarker
        integer NextPartNumberMarker
        string NextToken
        string NextUploadIdMarker
        structure NotificationConfiguration TopicConfigurations:TopicConfigurationList=TopicConfiguration QueueConfigurations:QueueConfigurationList=QueueConfiguration LambdaFunctionConfigurations:LambdaFunctionConfigurationList=CloudFunctionConfiguration EventBridgeConfiguration:EventBridgeConfiguration
        structure NotificationConfigurationFilter Key:S3KeyFilter=S3Key
        string NotificationId
        structure Object Key:ObjectKey LastModified:LastModified ETag:ETag ChecksumAlgorithm:ChecksumAlgorithmList ChecksumType:ChecksumType Size:Size StorageClass:ObjectStorageClass Owner:Owner RestoreStatus:RestoreStatus
        string ObjectCannedACL enum private,public-read,public-read-write,authenticated-read,aws-exec-read,bucket-owner-read,bucket-owner-full-control
        structure ObjectIdentifier Key*:ObjectKey VersionId:ObjectVersionId ETag:ETag LastModifiedTime:LastModifiedTime Size:Size
        list ObjectIdentifierList ObjectIdentifier member flat
        string ObjectKey 1..
        list ObjectList Object member flat
        boolean ObjectLockEnabledForBucket
        string ObjectLockLegalHoldStatus enum ON,OFF
        string ObjectLockMode enum GOVERNANCE,COMPLIANCE
        timestamp ObjectLockRetainUntilDate
        string ObjectOwnership enum BucketOwnerPreferred,ObjectWriter,BucketOwnerEnforced
        string ObjectStorageClass enum STANDARD,REDUCED_REDUNDANCY,GLACIER,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP
        string ObjectVersionId
        string OptionalObjectAttributes enum RestoreStatus
        list OptionalObjectAttributesList OptionalObjectAttributes member
        structure Owner DisplayName:DisplayName ID:ID
        structure Part PartNumber:PartNumber LastModified:LastModified ETag:ETag Size:Size ChecksumCRC32:ChecksumCRC32 ChecksumCRC32C:ChecksumCRC32C ChecksumCRC64NVME:ChecksumCRC64NVME ChecksumSHA1:ChecksumSHA1 ChecksumSHA256:ChecksumSHA256 ChecksumSHA512:ChecksumSHA512 ChecksumMD5:ChecksumMD5 ChecksumXXHASH64:ChecksumXXHASH64 ChecksumXXHASH3:ChecksumXXHASH3 ChecksumXXHASH128:ChecksumXXHASH128
        integer PartNumber
        integer PartNumberMarker
        list Parts Part member flat
        integer PartsCount
        string Policy
        string Prefix
        structure PublicAccessBlockConfiguration BlockPublicAcls:Setting IgnorePublicAcls:Setting BlockPublicPolicy:Setting RestrictPublicBuckets:Setting
        structure PutBucketEncryptionRequest Bucket*:BucketName@path:Bucket ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm ServerSideEncryptionConfiguration*:ServerSideEncryptionConfiguration@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure PutBucketNotificationConfigurationRequest Bucket*:BucketName@path:Bucket NotificationConfiguration*:NotificationConfiguration@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner SkipDestinationValidation:SkipValidation@header:x-amz-skip-destination-validation
        structure PutBucketPolicyRequest Bucket*:BucketName@path:Bucket ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm ConfirmRemoveSelfBucketAccess:ConfirmRemoveSelfBucketAccess@header:x-amz-confirm-remove-self-bucket-access Policy*:Policy@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure PutBucketTaggingRequest Bucket*:BucketName@path:Bucket ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm Tagging*:Tagging@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure PutBucketVersioningRequest Bucket*:BucketName@path:Bucket ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm MFA:MFA@header:x-amz-mfa VersioningConfiguration*:VersioningConfiguration@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure PutObjectOutput Expiration:Expiration@header:x-amz-expiration ETag:ETag@header:ETag ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 ChecksumType:ChecksumType@header:x-amz-checksum-type ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption VersionId:ObjectVersionId@header:x-amz-version-id SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled Size:Size@header:x-amz-object-size RequestCharged:RequestCharged@header:x-amz-request-charged
        structure PutObjectRequest ACL:ObjectCannedACL@header:x-amz-acl Body:Body@payload Bucket*:BucketName@path:Bucket CacheControl:CacheControl@header:Cache-Control ContentDisposition:ContentDisposition@header:Content-Disposition ContentEncoding:ContentEncoding@header:Content-Encoding ContentLanguage:ContentLanguage@header:Content-Language ContentLength:ContentLength@header:Content-Length ContentMD5:ContentMD5@header:Content-MD5 ContentType:ContentType@header:Content-Type ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 Expires:Expires@header:Expires IfMatch:IfMatch@header:If-Match IfNoneMatch:IfNoneMatch@header:If-None-Match GrantFullControl:GrantFullControl@header:x-amz-grant-full-control GrantRead:GrantRead@header:x-amz-grant-read GrantReadACP:GrantReadACP@header:x-amz-grant-read-acp GrantWriteACP:GrantWriteACP@header:x-amz-grant-write-acp Key*:ObjectKey@path:Key WriteOffsetBytes:WriteOffsetBytes@header:x-amz-write-offset-bytes Metadata:Metadata@headers:x-amz-meta- ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption StorageClass:StorageClass@header:x-amz-storage-class WebsiteRedirectLocation:WebsiteRedirectLocation@header:x-amz-website-redirect-location SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id SSEKMSEncryptionContext:SSEKMSEncryptionContext@header:x-amz-server-side-encryption-context BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestPayer:RequestPayer@header:x-amz-request-payer Tagging:TaggingHeader@header:x-amz-tagging ObjectLockMode:ObjectLockMode@header:x-amz-object-lock-mode ObjectLockRetainUntilDate:ObjectLockRetainUntilDate@header:x-amz-object-lock-retain-until-date ObjectLockLegalHoldStatus:ObjectLockLegalHoldStatus@header:x-amz-object-lock-legal-hold ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        structure PutObjectTaggingOutput VersionId:ObjectVersionId@header:x-amz-version-id
        structure PutObjectTaggingRequest Bucket*:BucketName@path:Bucket Key*:ObjectKey@path:Key VersionId:ObjectVersionId@query:versionId ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm Tagging*:Tagging@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner RequestPayer:RequestPayer@header:x-amz-request-payer
        structure PutPublicAccessBlockRequest Bucket*:BucketName@path:Bucket ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm PublicAccessBlockConfiguration*:PublicAccessBlockConfiguration@payload ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        string QueueArn
        structure QueueConfiguration Id:NotificationId QueueArn*:QueueArn=Queue Events*:EventList=Event Filter:NotificationConfigurationFilter
        list QueueConfigurationList QueueConfiguration member flat
        boolean Quiet
        string Range
        string Region 0..20
        string ReplicationStatus enum COMPLETE,PENDING,FAILED,REPLICA,COMPLETED
        string RequestCharged enum requester
        string RequestPayer enum requester
        string ResponseCacheControl
        string ResponseContentDisposition
        string ResponseContentEncoding
        string ResponseContentLanguage
        string ResponseContentType
        timestamp ResponseExpires
        string Restore
        timestamp RestoreExpiryDate
        structure RestoreStatus IsRestoreInProgress:IsRestoreInProgress RestoreExpiryDate:RestoreExpiryDate
        structure S3KeyFilter FilterRules:FilterRuleList=FilterRule
        string S3RegionalOrS3ExpressBucketArnString 1..128 pattern arn:[^:]+:(s3|s3express):.*
        string SSECustomerAlgorithm
        string SSECustomerKey sensitive
        string SSECustomerKeyMD5
        string SSEKMSEncryptionContext sensitive
        string SSEKMSKeyId sensitive
        string ServerSideEncryption enum AES256,aws:fsx,aws:kms,aws:kms:dsse
        structure ServerSideEncryptionByDefault SSEAlgorithm*:ServerSideEncryption KMSMasterKeyID:SSEKMSKeyId
        structure ServerSideEncryptionConfiguration Rules*:ServerSideEncryptionRules=Rule
        structure ServerSideEncryptionRule ApplyServerSideEncryptionByDefault:ServerSideEncryptionByDefault BucketKeyEnabled:BucketKeyEnabled BlockedEncryptionTypes:BlockedEncryptionTypes
        list ServerSideEncryptionRules ServerSideEncryptionRule member flat
        boolean Setting
        long Size
        boolean SkipValidation
        string StartAfter
        string StorageClass enum STANDARD,REDUCED_REDUNDANCY,STANDARD_IA,ONEZONE_IA,INTELLIGENT_TIERING,GLACIER,DEEP_ARCHIVE,OUTPOSTS,GLACIER_IR,SNOW,EXPRESS_ONEZONE,FSX_OPENZFS,FSX_ONTAP
        structure Tag Key*:ObjectKey Value*:Value
        integer TagCount
        list TagSet Tag Tag
        structure Tagging TagSet*:TagSet
        string TaggingDirective enum COPY,REPLACE
        string TaggingHeader
        string Token
        string TopicArn
        structure TopicConfiguration Id:NotificationId TopicArn*:TopicArn=Topic Events*:EventList=Event Filter:NotificationConfigurationFilter
        list TopicConfigurationList TopicConfiguration member flat
        string UploadIdMarker
        structure UploadPartCopyOutput CopySourceVersionId:CopySourceVersionId@header:x-amz-copy-source-version-id CopyPartResult:CopyPartResult@payload ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestCharged:RequestCharged@header:x-amz-request-charged
        structure UploadPartCopyRequest Bucket*:BucketName@path:Bucket CopySource*:CopySource@header:x-amz-copy-source CopySourceIfMatch:CopySourceIfMatch@header:x-amz-copy-source-if-match CopySourceIfModifiedSince:CopySourceIfModifiedSince@header:x-amz-copy-source-if-modified-since CopySourceIfNoneMatch:CopySourceIfNoneMatch@header:x-amz-copy-source-if-none-match CopySourceIfUnmodifiedSince:CopySourceIfUnmodifiedSince@header:x-amz-copy-source-if-unmodified-since CopySourceRange:CopySourceRange@header:x-amz-copy-source-range Key*:ObjectKey@path:Key PartNumber*:PartNumber@query:partNumber UploadId*:MultipartUploadId@query:uploadId SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 CopySourceSSECustomerAlgorithm:CopySourceSSECustomerAlgorithm@header:x-amz-copy-source-server-side-encryption-customer-algorithm CopySourceSSECustomerKey:CopySourceSSECustomerKey@header:x-amz-copy-source-server-side-encryption-customer-key CopySourceSSECustomerKeyMD5:CopySourceSSECustomerKeyMD5@header:x-amz-copy-source-server-side-encryption-customer-key-MD5 RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner ExpectedSourceBucketOwner:AccountId@header:x-amz-source-expected-bucket-owner
        structure UploadPartOutput ServerSideEncryption:ServerSideEncryption@header:x-amz-server-side-encryption ETag:ETag@header:ETag ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 SSEKMSKeyId:SSEKMSKeyId@header:x-amz-server-side-encryption-aws-kms-key-id BucketKeyEnabled:BucketKeyEnabled@header:x-amz-server-side-encryption-bucket-key-enabled RequestCharged:RequestCharged@header:x-amz-request-charged
        structure UploadPartRequest Body:Body@payload Bucket*:BucketName@path:Bucket ContentLength:ContentLength@header:Content-Length ContentMD5:ContentMD5@header:Content-MD5 ChecksumAlgorithm:ChecksumAlgorithm@header:x-amz-sdk-checksum-algorithm ChecksumCRC32:ChecksumCRC32@header:x-amz-checksum-crc32 ChecksumCRC32C:ChecksumCRC32C@header:x-amz-checksum-crc32c ChecksumCRC64NVME:ChecksumCRC64NVME@header:x-amz-checksum-crc64nvme ChecksumSHA1:ChecksumSHA1@header:x-amz-checksum-sha1 ChecksumSHA256:ChecksumSHA256@header:x-amz-checksum-sha256 ChecksumSHA512:ChecksumSHA512@header:x-amz-checksum-sha512 ChecksumMD5:ChecksumMD5@header:x-amz-checksum-md5 ChecksumXXHASH64:ChecksumXXHASH64@header:x-amz-checksum-xxhash64 ChecksumXXHASH3:ChecksumXXHASH3@header:x-amz-checksum-xxhash3 ChecksumXXHASH128:ChecksumXXHASH128@header:x-amz-checksum-xxhash128 Key*:ObjectKey@path:Key PartNumber*:PartNumber@query:partNumber UploadId*:MultipartUploadId@query:uploadId SSECustomerAlgorithm:SSECustomerAlgorithm@header:x-amz-server-side-encryption-customer-algorithm SSECustomerKey:SSECustomerKey@header:x-amz-server-side-encryption-customer-key SSECustomerKeyMD5:SSECustomerKeyMD5@header:x-amz-server-side-encryption-customer-key-MD5 RequestPayer:RequestPayer@header:x-amz-request-payer ExpectedBucketOwner:AccountId@header:x-amz-expected-bucket-owner
        string Value
        structure VersioningConfiguration MFADelete:MFADelete=MfaDelete Status:BucketVersioningStatus
        string WebsiteRedirectLocation
        long WriteOffsetBytes
        """#)
}
