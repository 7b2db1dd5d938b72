namespace Landfall.Config.Model;

/// <summary>What users sign in with.</summary>
internal enum SignInName
{
    /// <summary>Their mail address.</summary>
    Email,

    /// <summary>A user name.</summary>
    UserName,
}
