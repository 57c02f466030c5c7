// Made by Tools/wire-models.py; not edited by hand.

extension ResponseModels {
    /// Shapes of the responses of `kms`.
    static let kms = ModelReader.read(
        #"""
        service kms - - - - coral
        action cancelKeyDeletion - CancelKeyDeletionResponse
        action connectCustomKeyStore - ConnectCustomKeyStoreResponse
        action createCustomKeyStore - CreateCustomKeyStoreResponse
        action createGrant - CreateGrantResponse
        action createKey - CreateKeyResponse
        action decrypt - DecryptResponse
        action deleteCustomKeyStore - DeleteCustomKeyStoreResponse
        action deleteImportedKeyMaterial - DeleteImportedKeyMaterialResponse
        action deriveSharedSecret - DeriveSharedSecretResponse
        action describeCustomKeyStores - DescribeCustomKeyStoresResponse
        action describeKey - DescribeKeyResponse
        action disconnectCustomKeyStore - DisconnectCustomKeyStoreResponse
        action encrypt - EncryptResponse
        action generateDataKey - GenerateDataKeyResponse
        action generateDataKeyPair - GenerateDataKeyPairResponse
        action generateDataKeyPairWithoutPlaintext - GenerateDataKeyPairWithoutPlaintextResponse
        action generateDataKeyWithoutPlaintext - GenerateDataKeyWithoutPlaintextResponse
        action generateMac - GenerateMacResponse
        action generateRandom - GenerateRandomResponse
        action getKeyLastUsage - GetKeyLastUsageResponse
        action getKeyPolicy - GetKeyPolicyResponse
        action getKeyRotationStatus - GetKeyRotationStatusResponse
        action getParametersForImport - GetParametersForImportResponse
        action getPublicKey - GetPublicKeyResponse
        action importKeyMaterial - ImportKeyMaterialResponse
        action listAliases - ListAliasesResponse
        action listGrants - ListGrantsResponse
        action listKeyPolicies - ListKeyPoliciesResponse
        action listKeyRotations - ListKeyRotationsResponse
        action listKeys - ListKeysResponse
        action listResourceTags - ListResourceTagsResponse
        action listRetirableGrants - ListGrantsResponse
        action reEncrypt - ReEncryptResponse
        action replicateKey - ReplicateKeyResponse
        action rotateKeyOnDemand - RotateKeyOnDemandResponse
        action scheduleKeyDeletion - ScheduleKeyDeletionResponse
        action sign - SignResponse
        action updateCustomKeyStore - UpdateCustomKeyStoreResponse
        action verify - VerifyResponse
        action verifyMac - VerifyMacResponse
        blob CiphertextType 1..6144
        blob PlaintextType 1..4096
        blob PublicKeyType 1..8192
        boolean -boolean
        integer PendingWindowInDaysType 1..365
        integer RotationPeriodInDaysType 90..2560
        list AliasList AliasListEntry -
        list CustomKeyStoresList CustomKeyStoresListEntry -
        list EncryptionAlgorithmSpecList EncryptionAlgorithmSpec -
        list GrantList GrantListEntry -
        list GrantOperationList GrantOperation -
        list KeyAgreementAlgorithmSpecList KeyAgreementAlgorithmSpec -
        list KeyList KeyListEntry -
        list MacAlgorithmSpecList MacAlgorithmSpec -
        list MultiRegionKeyList MultiRegionKey -
        list PolicyNameList PolicyNameType -
        list RotationsList RotationsListEntry -
        list SigningAlgorithmSpecList SigningAlgorithmSpec -
        list TagList Tag -
        map EncryptionContextType -string -string - -
        string -string
        string AccountIdType 12..12
        string AliasNameType 1..256
        string ArnType 20..2048
        string BackingKeyIdResponseType 0..64
        string BackingKeyIdType 64..64
        string CloudHsmClusterIdType 19..24
        string ConnectionErrorCodeType enum INVALID_CREDENTIALS,CLUSTER_NOT_FOUND,NETWORK_ERRORS,INTERNAL_ERROR,INSUFFICIENT_CLOUDHSM_HSMS,USER_LOCKED_OUT,USER_NOT_FOUND,USER_LOGGED_IN,SUBNET_NOT_FOUND,INSUFFICIENT_FREE_ADDRESSES_IN_SUBNET,XKS_PROXY_ACCESS_DENIED,XKS_PROXY_NOT_REACHABLE,XKS_VPC_ENDPOINT_SERVICE_NOT_FOUND,XKS_PROXY_INVALID_RESPONSE,XKS_PROXY_INVALID_CONFIGURATION,XKS_VPC_ENDPOINT_SERVICE_INVALID_CONFIGURATION,XKS_PROXY_TIMED_OUT,XKS_PROXY_INVALID_TLS_CONFIGURATION
        string ConnectionStateType enum CONNECTED,CONNECTING,FAILED,DISCONNECTED,DISCONNECTING
        string CustomKeyStoreIdType 1..64
        string CustomKeyStoreNameType 1..256
        string CustomKeyStoreType enum AWS_CLOUDHSM,EXTERNAL_KEY_STORE
        string CustomerMasterKeySpec enum RSA_2048,RSA_3072,RSA_4096,ECC_NIST_P256,ECC_NIST_P384,ECC_NIST_P521,ECC_SECG_P256K1,SYMMETRIC_DEFAULT,HMAC_224,HMAC_256,HMAC_384,HMAC_512,SM2
        string DataKeyPairSpec enum RSA_2048,RSA_3072,RSA_4096,ECC_NIST_P256,ECC_NIST_P384,ECC_NIST_P521,ECC_SECG_P256K1,SM2,ECC_NIST_EDWARDS25519
        string DescriptionType 0..8192
        string EncryptionAlgorithmSpec enum SYMMETRIC_DEFAULT,RSAES_OAEP_SHA_1,RSAES_OAEP_SHA_256,SM2PKE
        string ExpirationModelType enum KEY_MATERIAL_EXPIRES,KEY_MATERIAL_DOES_NOT_EXPIRE
        string GrantIdType 1..128
        string GrantNameType 1..256
        string GrantOperation enum Decrypt,Encrypt,GenerateDataKey,GenerateDataKeyWithoutPlaintext,ReEncryptFrom,ReEncryptTo,Sign,Verify,GetPublicKey,CreateGrant,RetireGrant,DescribeKey,GenerateDataKeyPair,GenerateDataKeyPairWithoutPlaintext,GenerateMac,VerifyMac,DeriveSharedSecret
        string GrantTokenType 1..8192
        string ImportState enum IMPORTED,PENDING_IMPORT
        string KeyAgreementAlgorithmSpec enum ECDH
        string KeyIdType 1..2048
        string KeyLastUsageTrackingOperation enum Decrypt,DeriveSharedSecret,Encrypt,GenerateDataKey,GenerateDataKeyPair,GenerateDataKeyPairWithoutPlaintext,GenerateDataKeyWithoutPlaintext,GenerateMac,ReEncrypt,Sign,Verify,VerifyMac
        string KeyManagerType enum AWS,CUSTOMER
        string KeyMaterialDescriptionType 0..256
        string KeyMaterialState enum NON_CURRENT,CURRENT,PENDING_ROTATION,PENDING_MULTI_REGION_IMPORT_AND_ROTATION
        string KeySpec enum RSA_2048,RSA_3072,RSA_4096,ECC_NIST_P256,ECC_NIST_P384,ECC_NIST_P521,ECC_SECG_P256K1,SYMMETRIC_DEFAULT,HMAC_224,HMAC_256,HMAC_384,HMAC_512,SM2,ML_DSA_44,ML_DSA_65,ML_DSA_87,ECC_NIST_EDWARDS25519
        string KeyState enum Creating,Enabled,Disabled,PendingDeletion,PendingImport,PendingReplicaDeletion,Unavailable,Updating
        string KeyUsageType enum SIGN_VERIFY,ENCRYPT_DECRYPT,GENERATE_VERIFY_MAC,KEY_AGREEMENT
        string MacAlgorithmSpec enum HMAC_SHA_224,HMAC_SHA_256,HMAC_SHA_384,HMAC_SHA_512
        string MarkerType 1..1024
        string MultiRegionKeyType enum PRIMARY,REPLICA
        string OriginType enum AWS_KMS,EXTERNAL,AWS_CLOUDHSM,EXTERNAL_KEY_STORE
        string PolicyNameType 1..128
        string PolicyType 1..131072
        string PrincipalIdType 1..256
        string RegionType 1..32
        string RotationType enum AUTOMATIC,ON_DEMAND
        string SigningAlgorithmSpec enum RSASSA_PSS_SHA_256,RSASSA_PSS_SHA_384,RSASSA_PSS_SHA_512,RSASSA_PKCS1_V1_5_SHA_256,RSASSA_PKCS1_V1_5_SHA_384,RSASSA_PKCS1_V1_5_SHA_512,ECDSA_SHA_256,ECDSA_SHA_384,ECDSA_SHA_512,SM2DSA,ML_DSA_SHAKE_256,ED25519_SHA_512,ED25519_PH_SHA_512
        string TagKeyType 1..128
        string TagValueType 0..256
        string TrustAnchorCertificateType 1..5000
        string XksKeyIdType 1..128
        string XksProxyAuthenticationAccessKeyIdType 20..30
        string XksProxyConnectivityType enum PUBLIC_ENDPOINT,VPC_ENDPOINT_SERVICE
        string XksProxyUriEndpointType 10..128
        string XksProxyUriPathType 10..128
        string XksProxyVpcEndpointServiceNameType 20..64
        structure AliasListEntry AliasName:AliasNameType AliasArn:ArnType TargetKeyId:KeyIdType CreationDate:-timestamp LastUpdatedDate:-timestamp
        structure CancelKeyDeletionResponse KeyId:KeyIdType
        structure ConnectCustomKeyStoreResponse
        structure CreateCustomKeyStoreResponse CustomKeyStoreId:CustomKeyStoreIdType
        structure CreateGrantResponse GrantToken:GrantTokenType GrantId:GrantIdType
        structure CreateKeyResponse KeyMetadata:KeyMetadata
        structure CustomKeyStoresListEntry CustomKeyStoreId:CustomKeyStoreIdType CustomKeyStoreName:CustomKeyStoreNameType CloudHsmClusterId:CloudHsmClusterIdType TrustAnchorCertificate:TrustAnchorCertificateType ConnectionState:ConnectionStateType ConnectionErrorCode:ConnectionErrorCodeType CreationDate:-timestamp CustomKeyStoreType:CustomKeyStoreType XksProxyConfiguration:XksProxyConfigurationType
        structure DecryptResponse KeyId:KeyIdType Plaintext:PlaintextType EncryptionAlgorithm:EncryptionAlgorithmSpec CiphertextForRecipient:CiphertextType KeyMaterialId:BackingKeyIdType
        structure DeleteCustomKeyStoreResponse
        structure DeleteImportedKeyMaterialResponse KeyId:KeyIdType KeyMaterialId:BackingKeyIdResponseType
        structure DeriveSharedSecretResponse KeyId:KeyIdType SharedSecret:PlaintextType CiphertextForRecipient:CiphertextType KeyAgreementAlgorithm:KeyAgreementAlgorithmSpec KeyOrigin:OriginType
        structure DescribeCustomKeyStoresResponse CustomKeyStores:CustomKeyStoresList NextMarker:MarkerType Truncated:-boolean
        structure DescribeKeyResponse KeyMetadata:KeyMetadata
        structure DisconnectCustomKeyStoreResponse
        structure EncryptResponse CiphertextBlob:CiphertextType KeyId:KeyIdType EncryptionAlgorithm:EncryptionAlgorithmSpec
        structure GenerateDataKeyPairResponse PrivateKeyCiphertextBlob:CiphertextType PrivateKeyPlaintext:PlaintextType PublicKey:PublicKeyType KeyId:KeyIdType KeyPairSpec:DataKeyPairSpec CiphertextForRecipient:CiphertextType KeyMaterialId:BackingKeyIdType
        structure GenerateDataKeyPairWithoutPlaintextResponse PrivateKeyCiphertextBlob:CiphertextType PublicKey:PublicKeyType KeyId:KeyIdType KeyPairSpec:DataKeyPairSpec KeyMaterialId:BackingKeyIdType
        structure GenerateDataKeyResponse CiphertextBlob:CiphertextType Plaintext:PlaintextType KeyId:KeyIdType CiphertextForRecipient:CiphertextType KeyMaterialId:BackingKeyIdType
        structure GenerateDataKeyWithoutPlaintextResponse CiphertextBlob:CiphertextType KeyId:KeyIdType KeyMaterialId:BackingKeyIdType
        structure GenerateMacResponse Mac:CiphertextType MacAlgorithm:MacAlgorithmSpec KeyId:KeyIdType
        structure GenerateRandomResponse Plaintext:PlaintextType CiphertextForRecipient:CiphertextType
        structure GetKeyLastUsageResponse KeyId:KeyIdType KeyLastUsage:KeyLastUsageData TrackingStartDate:-timestamp KeyCreationDate:-timestamp
        structure GetKeyPolicyResponse Policy:PolicyType PolicyName:PolicyNameType
        structure GetKeyRotationStatusResponse KeyRotationEnabled:-boolean KeyId:KeyIdType RotationPeriodInDays:RotationPeriodInDaysType NextRotationDate:-timestamp OnDemandRotationStartDate:-timestamp
        structure GetParametersForImportResponse KeyId:KeyIdType ImportToken:CiphertextType PublicKey:PlaintextType ParametersValidTo:-timestamp
        structure GetPublicKeyResponse KeyId:KeyIdType PublicKey:PublicKeyType CustomerMasterKeySpec:CustomerMasterKeySpec KeySpec:KeySpec KeyUsage:KeyUsageType EncryptionAlgorithms:EncryptionAlgorithmSpecList SigningAlgorithms:SigningAlgorithmSpecList KeyAgreementAlgorithms:KeyAgreementAlgorithmSpecList
        structure GrantConstraints EncryptionContextSubset:EncryptionContextType EncryptionContextEquals:EncryptionContextType
        structure GrantListEntry KeyId:KeyIdType GrantId:GrantIdType Name:GrantNameType CreationDate:-timestamp GranteePrincipal:PrincipalIdType RetiringPrincipal:PrincipalIdType IssuingAccount:PrincipalIdType Operations:GrantOperationList Constraints:GrantConstraints
        structure ImportKeyMaterialResponse KeyId:KeyIdType KeyMaterialId:BackingKeyIdType
        structure KeyLastUsageData Operation:KeyLastUsageTrackingOperation Timestamp:-timestamp CloudTrailEventId:-string KmsRequestId:-string
        structure KeyListEntry KeyId:KeyIdType KeyArn:ArnType
        structure KeyMetadata AwsAccountId:-string KeyId*:KeyIdType Arn:ArnType CreationDate:-timestamp Enabled:-boolean Description:DescriptionType KeyUsage:KeyUsageType KeyState:KeyState DeletionDate:-timestamp ValidTo:-timestamp Origin:OriginType CustomKeyStoreId:CustomKeyStoreIdType CloudHsmClusterId:CloudHsmClusterIdType ExpirationModel:ExpirationModelType KeyManager:KeyManagerType CustomerMasterKeySpec:CustomerMasterKeySpec KeySpec:KeySpec EncryptionAlgorithms:EncryptionAlgorithmSpecList SigningAlgorithms:SigningAlgorithmSpecList KeyAgreementAlgorithms:KeyAgreementAlgorithmSpecList MultiRegion:-boolean MultiRegionConfiguration:MultiRegionConfiguration PendingDeletionWindowInDays:PendingWindowInDaysType MacAlgorithms:MacAlgorithmSpecList XksKeyConfiguration:XksKeyConfigurationType CurrentKeyMaterialId:BackingKeyIdType
        structure ListAliasesResponse Aliases:AliasList NextMarker:MarkerType Truncated:-boolean
        structure ListGrantsResponse Grants:GrantList NextMarker:MarkerType Truncated:-boolean
        structure ListKeyPoliciesResponse PolicyNames:PolicyNameList NextMarker:MarkerType Truncated:-boolean
        structure ListKeyRotationsResponse Rotations:RotationsList NextMarker:MarkerType Truncated:-boolean
        structure ListKeysResponse Keys:KeyList NextMarker:MarkerType Truncated:-boolean
        structure ListResourceTagsResponse Tags:TagList NextMarker:MarkerType Truncated:-boolean
        structure MultiRegionConfiguration MultiRegionKeyType:MultiRegionKeyType PrimaryKey:MultiRegionKey ReplicaKeys:MultiRegionKeyList
        structure MultiRegionKey Arn:ArnType Region:RegionType
        structure ReEncryptResponse CiphertextBlob:CiphertextType SourceKeyId:KeyIdType KeyId:KeyIdType SourceEncryptionAlgorithm:EncryptionAlgorithmSpec DestinationEncryptionAlgorithm:EncryptionAlgorithmSpec SourceKeyMaterialId:BackingKeyIdType DestinationKeyMaterialId:BackingKeyIdType
        structure ReplicateKeyResponse ReplicaKeyMetadata:KeyMetadata ReplicaPolicy:PolicyType ReplicaTags:TagList
        structure RotateKeyOnDemandResponse KeyId:KeyIdType
        structure RotationsListEntry KeyId:KeyIdType KeyMaterialId:BackingKeyIdType KeyMaterialDescription:KeyMaterialDescriptionType ImportState:ImportState KeyMaterialState:KeyMaterialState ExpirationModel:ExpirationModelType ValidTo:-timestamp RotationDate:-timestamp RotationType:RotationType
        structure ScheduleKeyDeletionResponse KeyId:KeyIdType DeletionDate:-timestamp KeyState:KeyState PendingWindowInDays:PendingWindowInDaysType
        structure SignResponse KeyId:KeyIdType Signature:CiphertextType SigningAlgorithm:SigningAlgorithmSpec
        structure Tag TagKey*:TagKeyType TagValue*:TagValueType
        structure UpdateCustomKeyStoreResponse
        structure VerifyMacResponse KeyId:KeyIdType MacValid:-boolean MacAlgorithm:MacAlgorithmSpec
        structure VerifyResponse KeyId:KeyIdType SignatureValid:-boolean SigningAlgorithm:SigningAlgorithmSpec
        structure XksKeyConfigurationType Id:XksKeyIdType
        structure XksProxyConfigurationType Connectivity:XksProxyConnectivityType AccessKeyId:XksProxyAuthenticationAccessKeyIdType UriEndpoint:XksProxyUriEndpointType UriPath:XksProxyUriPathType VpcEndpointServiceName:XksProxyVpcEndpointServiceNameType VpcEndpointServiceOwner:AccountIdType
        timestamp -timestamp
        """#)
}
