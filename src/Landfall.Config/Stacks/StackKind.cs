namespace Landfall.Config.Stacks;

/// <summary>What a stack is for.</summary>
public enum StackKind
{
    /// <summary>VPC, endpoints, cluster, namespace.</summary>
    Network,

    /// <summary>What holds state, and the image repositories.</summary>
    Data,

    /// <summary>Load balancers, CDN, user pool, certificates, DNS.</summary>
    Edge,

    /// <summary>The CDN's certificate and firewall, in the region that CloudFront takes them of, where that is not the environment's.</summary>
    EdgeGlobal,

    /// <summary>One service.</summary>
    Service,

    /// <summary>A pipeline and what it runs.</summary>
    Pipeline,

    /// <summary>What the host that <c>extend</c> names adds; the file does not tell.</summary>
    Added,
}
