namespace Landfall.Config.Plan;

/// <summary>Which dashboards an environment has in CloudWatch.</summary>
public enum DashboardMode
{
    /// <summary>None.</summary>
    None,

    /// <summary>One of the whole environment.</summary>
    Environment,

    /// <summary>One of each service too, with what the service uses.</summary>
    Services,
}
