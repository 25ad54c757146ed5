using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace TeacherDevPlan.Infrastructure.Reads.Statements;

/// <summary>
/// The tables and columns of entities, taken from EF Core's model, so that there is only one mapping.
/// </summary>
internal sealed class Tables(IModel model)
{
    private readonly ConcurrentDictionary<Type, Table> tables = new();

    public Table Of(Type row) => tables.GetOrAdd(row, type => new Table(model.FindEntityType(type)!, this));
}

/// <summary>One table or view.</summary>
internal sealed class Table
{
    private readonly Dictionary<string, string> columns = [];
    private readonly IEntityType entity;
    private readonly Tables all;

    public Table(IEntityType entity, Tables all)
    {
        (this.entity, this.all) = (entity, all);
        Name = entity.GetTableName() ?? entity.GetViewName()!;
        var store =
            StoreObjectIdentifier.Create(entity, StoreObjectType.Table)
            ?? StoreObjectIdentifier.Create(entity, StoreObjectType.View)!.Value;
        Add("", entity, store);
        Id = entity.FindPrimaryKey() is { Properties: [var key] } ? columns.GetValueOrDefault(key.Name) : null;
    }

    public string Name { get; }

    /// <summary>The primary key, if it is a single column; null for rows without an id of their own.</summary>
    public string? Id { get; }

    /// <summary>The column of a member: "Number", "PrintedTotals.Q1".</summary>
    public string Column(string member) =>
        columns.GetValueOrDefault(member)
        ?? throw new InvalidOperationException($"{entity.ClrType.Name}.{member} has no column.");

    public bool HasColumn(string member) => columns.ContainsKey(member);

    /// <summary>
    /// How to join the row that a navigation references; null if the member is not a navigation to a single row.
    /// </summary>
    public Reference? Reference(string member)
    {
        if (entity.FindNavigation(member) is not { IsCollection: false } navigation)
            return null;
        var key = navigation.ForeignKey;
        var (own, other) = navigation.IsOnDependent
            ? (key.Properties[0], key.PrincipalKey.Properties[0])
            : (key.PrincipalKey.Properties[0], key.Properties[0]);
        var target = all.Of(navigation.TargetEntityType.ClrType);
        return new Reference(columns[own.Name], target.Column(other.Name), key.IsRequired);
    }

    private void Add(string prefix, ITypeBase type, in StoreObjectIdentifier store)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.GetColumnName(store) is { } column)
                columns[prefix + property.Name] = column;
        }

        foreach (var complex in type.GetComplexProperties())
            Add($"{prefix}{complex.Name}.", complex.ComplexType, store);
    }
}

/// <summary>The join of a row to another one.</summary>
/// <param name="Own">The column of the row.</param>
/// <param name="Other">The column of the other row that must be equal.</param>
/// <param name="IsRequired">Whether the other row always exists.</param>
internal sealed record Reference(string Own, string Other, bool IsRequired);
