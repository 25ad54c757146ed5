namespace TeacherDevPlan.Api.Tests.Reads;

/// <summary>Something that is selected.</summary>
internal abstract record Asked
{
    public AskedIf? If { get; init; }

    public bool IsIncluded => If is null || If.Holds == (If.Directive == "include");

    /// <summary>The fields that are selected, in order, those of one name merged.</summary>
    public static IReadOnlyList<AskedField> Collect(IEnumerable<Asked> selected)
    {
        var fields = new OrderedDictionary<string, AskedField>();
        Collect(selected, fields);
        return [.. fields.Values];
    }

    private static void Collect(IEnumerable<Asked> selected, OrderedDictionary<string, AskedField> fields)
    {
        foreach (var one in selected.Where(one => one.IsIncluded))
        {
            if (one is AskedFragment fragment)
                Collect(fragment.Below, fields);
            else if (one is AskedField field)
                fields[field.Key] = fields.TryGetValue(field.Key, out var known)
                    ? known with
                    {
                        Below = [.. known.Below, .. field.Below],
                    }
                    : field;
        }
    }
}

/// <summary>A field.</summary>
/// <param name="Key">Its name in the answer.</param>
internal sealed record AskedField(string Key, string Name) : Asked
{
    public IReadOnlyList<(string Name, Given Value)> Arguments { get; init; } = [];

    public IReadOnlyList<Asked> Below { get; init; } = [];

    /// <summary>An argument; null where it is not given, or null.</summary>
    public Given? Argument(string name) =>
        Arguments.FirstOrDefault(argument => argument.Name == name).Value is { IsAbsent: false } given ? given : null;

    public T? Argument<T>(string name) => Argument(name) is GivenValue { Value: T value } ? value : default;
}

/// <summary>Fields within a fragment.</summary>
/// <param name="Name">Null of one that stands where it is used.</param>
internal sealed record AskedFragment(string? Name, string On, IReadOnlyList<Asked> Below) : Asked;

/// <summary>A directive that includes something or leaves it out.</summary>
internal sealed record AskedIf(string Directive, bool Holds, bool IsVariable);
