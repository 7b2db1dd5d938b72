using Landfall.Operations.Security.Manifests.Rules;

namespace Landfall.Operations.Security.Manifests;

/// <summary>The rules for Kubernetes' manifests.</summary>
internal static class ManifestRules
{
    /// <summary>The rules.</summary>
    public static IReadOnlyList<ManifestRule> All { get; } =
    [
        new Privileged(),
        new PrivilegeEscalation(),
        new RootUser(),
        new MayBeRoot(),
        new WritableRoot(),
        new CapabilitiesKept(),
        new DangerousCapability(),
        new HostNamespace(),
        new HostPort(),
        new HostPath(),
        new ContainerSocket(),
        new Seccomp(),
        new ProcMount(),
        new FloatingImage(),
        new NoLimits(),
        new NoRequests(),
        new NoProbes(),
        new MountedToken(),
        new SecretInVariable(),
        new SecretInManifest(),
        new SecretInConfigMap(),
        new RbacWildcard(),
        new RbacSecrets(),
        new RbacEscalation(),
        new ClusterAdmin(),
        new AnonymousAccess(),
        new OpenLoadBalancer(),
        new NodePort(),
        new DefaultNamespace(),
        new IngressWithoutTls(),
        new UnsafeSysctl(),
        new RbacCreatePods(),
        new DefaultAccountBound(),
    ];
}
