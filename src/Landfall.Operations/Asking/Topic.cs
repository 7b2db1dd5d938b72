namespace Landfall.Operations.Asking;

/// <summary>What a question is about.</summary>
internal enum Topic
{
    /// <summary>Nothing that is known.</summary>
    Unknown,

    /// <summary>Which errors there are most of.</summary>
    CommonestErrors,

    /// <summary>How many users met an error.</summary>
    AffectedUsers,

    /// <summary>The hour with the most errors.</summary>
    WorstHour,

    /// <summary>How the memory of services goes.</summary>
    Memory,

    /// <summary>What has begun to cost more.</summary>
    CostChange,

    /// <summary>What costs most.</summary>
    CostliestService,

    /// <summary>Whether there are more errors since a release.</summary>
    ReleaseErrors,

    /// <summary>What users complain of.</summary>
    Complaints,

    /// <summary>Which alarms have gone off.</summary>
    Alarms,

    /// <summary>Timeouts of the load balancer, and addresses of subnets.</summary>
    GatewayTimeouts,

    /// <summary>How services are, and why one is not well.</summary>
    Health,

    /// <summary>What was done, and by whom.</summary>
    Changes,

    /// <summary>Something is to be done: the command is named, and nothing is done.</summary>
    ChangeRequest,
}
