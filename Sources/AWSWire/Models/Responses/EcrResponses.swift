// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `ecr`.
    static let ecr = ModelReader.read(
        #"""
        service ecr - - - - coral
        action batchGetImage - BatchGetImageResponse
        action createRepository - CreateRepositoryResponse
        action describeImages - DescribeImagesResponse
        action describeRepositories - DescribeRepositoriesResponse
        action listImages - ListImagesResponse
        action putImage - PutImageResponse
        boolean -boolean
        integer -integer
        integer SeverityCount 0..
        list ImageDetailList ImageDetail -
        list ImageFailureList ImageFailure -
        list ImageIdentifierList ImageIdentifier - 1..100
        list ImageList Image -
        list ImageTagList ImageTag -
        list ImageTagMutabilityExclusionFilters ImageTagMutabilityExclusionFilter - 1..5
        list RepositoryList Repository -
        map FindingSeverityCounts FindingSeverity SeverityCount - -
        string -string
        string EncryptionType enum AES256,KMS,KMS_DSSE
        string FindingSeverity enum INFORMATIONAL,LOW,MEDIUM,HIGH,CRITICAL,UNDEFINED
        string ImageFailureCode enum InvalidImageDigest,InvalidImageTag,ImageTagDoesNotMatchDigest,ImageNotFound,MissingDigestAndTag,ImageReferencedByManifestList,KmsError,UpstreamAccessDenied,UpstreamTooManyRequests,UpstreamUnavailable,ImageInaccessible
        string ImageManifest 1..4194304
        string ImageStatus enum ACTIVE,ARCHIVED,ACTIVATING
        string ImageTag 1..300
        string ImageTagMutability enum MUTABLE,IMMUTABLE,IMMUTABLE_WITH_EXCLUSION,MUTABLE_WITH_EXCLUSION
        string ImageTagMutabilityExclusionFilterType enum WILDCARD
        string ImageTagMutabilityExclusionFilterValue 1..128
        string KmsKey 1..2048
        string RepositoryName 2..256
        string ScanStatus enum IN_PROGRESS,COMPLETE,FAILED,UNSUPPORTED_IMAGE,ACTIVE,PENDING,SCAN_ELIGIBILITY_EXPIRED,FINDINGS_UNAVAILABLE,LIMIT_EXCEEDED,IMAGE_ARCHIVED
        structure BatchGetImageResponse Images:ImageList Failures:ImageFailureList
        structure CreateRepositoryResponse Repository:Repository
        structure DescribeImagesResponse ImageDetails:ImageDetailList NextToken:-string
        structure DescribeRepositoriesResponse Repositories:RepositoryList NextToken:-string
        structure EncryptionConfiguration EncryptionType*:EncryptionType KmsKey:KmsKey
        structure Image RegistryId:-string RepositoryName:RepositoryName ImageId:ImageIdentifier ImageManifest:ImageManifest ImageManifestMediaType:-string
        structure ImageDetail RegistryId:-string RepositoryName:RepositoryName ImageDigest:-string ImageTags:ImageTagList ImageSizeInBytes:-integer ImagePushedAt:-timestamp ImageScanStatus:ImageScanStatus ImageScanFindingsSummary:ImageScanFindingsSummary ImageManifestMediaType:-string ArtifactMediaType:-string LastRecordedPullTime:-timestamp SubjectManifestDigest:-string ImageStatus:ImageStatus LastArchivedAt:-timestamp LastActivatedAt:-timestamp
        structure ImageFailure ImageId:ImageIdentifier FailureCode:ImageFailureCode FailureReason:-string
        structure ImageIdentifier ImageDigest:-string ImageTag:ImageTag
        structure ImageScanFindingsSummary ImageScanCompletedAt:-timestamp VulnerabilitySourceUpdatedAt:-timestamp FindingSeverityCounts:FindingSeverityCounts
        structure ImageScanStatus Status:ScanStatus Description:-string
        structure ImageScanningConfiguration ScanOnPush:-boolean
        structure ImageTagMutabilityExclusionFilter FilterType*:ImageTagMutabilityExclusionFilterType Filter*:ImageTagMutabilityExclusionFilterValue
        structure ListImagesResponse ImageIds:ImageIdentifierList NextToken:-string
        structure PutImageResponse Image:Image
        structure Repository RepositoryArn:-string RegistryId:-string RepositoryName:RepositoryName RepositoryUri:-string CreatedAt:-timestamp ImageTagMutability:ImageTagMutability ImageTagMutabilityExclusionFilters:ImageTagMutabilityExclusionFilters ImageScanningConfiguration:ImageScanningConfiguration EncryptionConfiguration:EncryptionConfiguration
        timestamp -timestamp
        """#)
}
