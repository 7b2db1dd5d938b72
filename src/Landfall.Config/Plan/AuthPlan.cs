namespace Landfall.Config.Plan;

/// <summary>A Cognito user pool and its client.</summary>
public sealed record AuthPlan
{
    /// <summary>True when users sign in with a user name.</summary>
    public required bool UserName { get; init; }

    /// <summary>True when users sign in with their mail address.</summary>
    public required bool Email { get; init; }

    /// <summary>True when anyone may register; false when an administrator creates users.</summary>
    public required bool SelfSignUp { get; init; }

    /// <summary>Smallest length of a password, 6 to 99.</summary>
    public required int PasswordLength { get; init; }

    /// <summary>True when a password needs a lower-case letter.</summary>
    public required bool PasswordLower { get; init; }

    /// <summary>True when a password needs an upper-case letter.</summary>
    public required bool PasswordUpper { get; init; }

    /// <summary>True when a password needs a digit.</summary>
    public required bool PasswordDigit { get; init; }

    /// <summary>True when a password needs a symbol.</summary>
    public required bool PasswordSymbol { get; init; }

    /// <summary>Multi-factor authentication with one-time codes.</summary>
    public required MfaMode Mfa { get; init; }

    /// <summary>Callback URLs besides the CDN's and those of <see cref="LocalPorts"/>.</summary>
    public required IReadOnlyList<string> Callbacks { get; init; }

    /// <summary>Ports of <c>http://localhost</c> that callbacks are allowed to, for development.</summary>
    public required IReadOnlyList<int> LocalPorts { get; init; }
}
