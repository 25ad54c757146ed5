using TeacherDevPlan.Domain.Common;
using TeacherDevPlan.Domain.Development;

namespace TeacherDevPlan.Application.Development;

/// <summary>Finds the entries of catalogues that an input names by their codes, and collects the codes that are none.</summary>
internal sealed class CodeReader
{
    public List<DomainError> Errors { get; } = [];

    /// <summary>The entry; null if the code is null or unknown.</summary>
    /// <param name="field">The field of the item that has the code.</param>
    /// <param name="list">The field of the input that has the items.</param>
    public T? Find<T>(IReadOnlyDictionary<string, T> entries, string? code, string field, string list, int index)
        where T : CatalogueEntry
    {
        if (code is null)
            return null;
        if (entries.TryGetValue(code.Trim(), out var entry))
            return entry;
        Errors.Add(CatalogueEntry.Unknown(field, entries.Keys).At(list, index));
        return null;
    }

    /// <summary>The entry; null if the code is unknown.</summary>
    /// <param name="field">The field of the input that has the code.</param>
    public T? Find<T>(IReadOnlyDictionary<string, T> entries, string code, string field)
        where T : CatalogueEntry
    {
        if (entries.TryGetValue(code.Trim(), out var entry))
            return entry;
        Errors.Add(CatalogueEntry.Unknown(field, entries.Keys));
        return null;
    }

    /// <summary>The topics with these codes, in their order.</summary>
    public IReadOnlyList<DevelopmentTopic> Topics(
        IReadOnlyDictionary<string, DevelopmentTopic> entries,
        IReadOnlyList<string> codes
    ) => All(entries, codes, "topics");

    /// <summary>The methods with these codes, in their order.</summary>
    public IReadOnlyList<DevelopmentMethod> Methods(
        IReadOnlyDictionary<string, DevelopmentMethod> entries,
        IReadOnlyList<string> codes
    ) => All(entries, codes, "methods");

    /// <summary>The competencies with these codes, in their order.</summary>
    public IReadOnlyList<Competency> Competencies(
        IReadOnlyDictionary<string, Competency> entries,
        IReadOnlyList<string> codes
    ) => All(entries, codes, "competencies");

    private List<T> All<T>(IReadOnlyDictionary<string, T> entries, IReadOnlyList<string> codes, string list)
        where T : CatalogueEntry =>
        [.. codes.Index().Select(code => Find(entries, code.Item, $"{list}[{code.Index}]")).OfType<T>()];
}
