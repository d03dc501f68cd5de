using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;

namespace SearchEngine.Crawler.Frontier;

/// <summary>Brings a frontier file up to the newest numbered migration. <c>user_version</c> holds the last one applied.</summary>
internal static class FrontierSchema
{
    private const string Prefix = "Frontier.";

    /// <exception cref="InvalidDataException">The file was written by a newer version.</exception>
    public static void Migrate(SqliteConnection connection)
    {
        Assembly assembly = typeof(FrontierSchema).Assembly;
        (int Number, string Name)[] migrations =
        [.. assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith(Prefix, StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal))
            .Select(n => (int.Parse(n.AsSpan(Prefix.Length, 3), CultureInfo.InvariantCulture), n))
            .Order()];
        int version = Convert.ToInt32(Scalar(connection, "PRAGMA user_version"), CultureInfo.InvariantCulture);
        if (version > migrations[^1].Number)
        {
            throw new InvalidDataException($"抓取队列由更新的版本写成（{version}）；请用新版程序打开。");
        }

        foreach ((int number, string name) in migrations.Where(m => m.Number > version))
        {
            using StreamReader reader = new(assembly.GetManifestResourceStream(name)!);
            using SqliteTransaction transaction = connection.BeginTransaction();
            Execute(connection, reader.ReadToEnd());
            Execute(connection, $"PRAGMA user_version = {number.ToString(CultureInfo.InvariantCulture)}");
            transaction.Commit();
        }
    }

    public static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private static object? Scalar(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
