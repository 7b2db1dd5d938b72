namespace Landfall.Operations.Changes;

/// <summary>What CloudFormation does to a resource.</summary>
internal enum ResourceAction
{
    /// <summary>It is made.</summary>
    Add,

    /// <summary>It is changed and stays what it is.</summary>
    Modify,

    /// <summary>Another one is made in its place, and then it goes.</summary>
    Replace,

    /// <summary>It goes.</summary>
    Delete,

    /// <summary>It leaves its stack and stays in the account.</summary>
    Retain,
}
