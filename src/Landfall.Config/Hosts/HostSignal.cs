namespace Landfall.Config.Hosts;

/// <summary>What a warm synth host answers, as one byte each.</summary>
internal enum HostSignal : byte
{
    /// <summary>The request is being worked on: from here on waiting for the end is worth while.</summary>
    Begun = 1,

    /// <summary>The cloud assembly is written.</summary>
    Done = 2,

    /// <summary>It is not. The host says no more and ends: what a fresh process says about the same plan is the truth.</summary>
    Failed = 3,
}
