using Landfall.Operations.Security.Templates.Rules;

namespace Landfall.Operations.Security.Templates;

/// <summary>The rules for templates.</summary>
internal static class TemplateRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<TemplateRule> All { get; } =
    [
        .. StoreRules.All,
        .. SettingRules.All,
        new DiskUnencrypted(),
        new PublicAccessBlockMissing(),
        new PublicAccessAllowed(),
        new BucketPlainHttp(),
        new OpenToAllTraffic(),
        new OpenForAdministration(),
        new OpenRiskyPort(),
        new OpenOtherPort(),
        new AdministratorStatement(),
        new AdministratorPolicy(),
        new ServiceWildcard(),
        new ActionWildcard(),
        new ResourceWildcard(),
        new PassAnyRole(),
        new EscalationActions(),
        new NotActionAllowed(),
        new PublicPrincipal(),
        new PublicFunction(),
        new UserPolicy(),
        new PlainHttpListener(),
        new OldTlsPolicy(),
        new DistributionPlainHttp(),
        new DistributionOldTls(),
        new OriginPlainHttp(),
        new KeyRotation(),
        new TaskPrivileged(),
        new TaskWritableRoot(),
        new TaskLogs(),
        new PublicCluster(),
        new PlainSecret(),
        new VisibleParameter(),
        new InstancePublicAddress(),
        new OpenMethod(),
        new PlainFileSystemMount(),
        new OpenNetworkList(),
        new PlainFileTransfer(),
        new PublicFunctionUrl(),
        new FunctionForAnySource(),
        new NodesOpenForAdministration(),
        new PlainDatabase(),
        new PlainWarehouse(),
        new PlainCatalog(),
        new PlainJobResults(),
        new OldClassicTls(),
        new SecretInUserData(),
    ];
}
