namespace Landfall.Config.Limits;

/// <summary>What of a property, a resource, a template or an environment a limit counts.</summary>
internal enum LimitMeasure
{
    /// <summary>Characters of a text.</summary>
    Length,

    /// <summary>Bytes of a text in UTF-8.</summary>
    Size,

    /// <summary>A number.</summary>
    Value,

    /// <summary>The form of a text: a regular expression.</summary>
    Pattern,

    /// <summary>Items of a list or entries of a mapping.</summary>
    Items,

    /// <summary>Characters of a document as JSON without white space.</summary>
    Json,

    /// <summary>Characters of all inline policies of a role together.</summary>
    Policies,

    /// <summary>Values of all conditions of a listener rule together.</summary>
    Values,

    /// <summary>Wildcards in all conditions of a listener rule together.</summary>
    Wildcards,

    /// <summary>Capacity units (WCU) of a firewall's rules.</summary>
    Capacity,

    /// <summary>Resources of the type in an environment, where <see cref="Limit.By"/> is given those with the same value there.</summary>
    Count,

    /// <summary>Resources of a template.</summary>
    Resources,

    /// <summary>Outputs of a template.</summary>
    Outputs,

    /// <summary>Parameters of a template.</summary>
    Parameters,

    /// <summary>Mappings of a template.</summary>
    Mappings,

    /// <summary>Attributes of the mapping of a template that has most.</summary>
    MappingAttributes,

    /// <summary>Characters of the longest name of a template's resources, outputs, parameters and mappings.</summary>
    Names,

    /// <summary>Bytes of the longest default of a template's parameters.</summary>
    ParameterValues,

    /// <summary>Bytes of a template.</summary>
    Bytes,

    /// <summary>Characters and form of a stack's name.</summary>
    StackName,

    /// <summary>Bytes of a template's description.</summary>
    Description,

    /// <summary>Tags of a resource.</summary>
    Tags,

    /// <summary>Nothing of a template: only 'validate', or the command that gives the value, checks it.</summary>
    None,
}
