namespace Landfall.Config.Plan;

/// <summary>A Cognito user pool and its client.</summary>
public sealed record AuthPlan
{
    /// <summary>True when users sign in with a user name.</summary>
    public bool UserName { get; init; }

    /// <summary>True when users sign in with their mail address.</summary>
    public bool Email { get; init; } = true;

    /// <summary>True when anyone may register; false when an administrator creates users.</summary>
    public bool SelfSignUp { get; init; }

    /// <summary>Smallest length of a password, 6 to 99.</summary>
    public int PasswordLength { get; init; } = 12;

    /// <summary>True when a password needs a lower-case letter.</summary>
    public bool PasswordLower { get; init; } = true;

    /// <summary>True when a password needs an upper-case letter.</summary>
    public bool PasswordUpper { get; init; } = true;

    /// <summary>True when a password needs a digit.</summary>
    public bool PasswordDigit { get; init; } = true;

    /// <summary>True when a password needs a symbol.</summary>
    public bool PasswordSymbol { get; init; } = true;

    /// <summary>Multi-factor authentication with one-time codes.</summary>
    public MfaMode Mfa { get; init; } = MfaMode.Optional;

    /// <summary>Callback URLs besides the CDN's and those of <see cref="LocalPorts"/>.</summary>
    public IReadOnlyList<string> Callbacks { get; init; } = [];

    /// <summary>Ports of <c>http://localhost</c> that callbacks are allowed to, for development.</summary>
    public IReadOnlyList<int> LocalPorts { get; init; } = [];
}
