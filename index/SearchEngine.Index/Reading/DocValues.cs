using System.Text;
using SearchEngine.Index.Schema;
using SearchEngine.Index.Store;

namespace SearchEngine.Index.Reading;

/// <summary>The doc values of a segment: numbers as they are, strings as ordinals into a sorted dictionary.</summary>
internal sealed class DocValues
{
    /// <summary>
    /// Numbers: presence bits, values, two empty. Strings: starts and bytes of the dictionary, starts and ordinals of
    /// the documents.
    /// </summary>
    public const int SectionsPerField = 4;

    private readonly IndexFile _file;

    public DocValues(IndexFile file, IndexSchema schema, int documents)
    {
        _file = file;
        for (int field = 0; field < schema.Fields.Count; field++)
        {
            int section = field * SectionsPerField;
            if (schema.Fields[field].Kind == FieldKind.Number)
            {
                file.RequireLength(section, (documents + 7L) / 8);
                file.RequireLength(section + 1, 8L * documents);
            }
            else
            {
                if (file.SectionLength(section) < 4)
                    throw file.Corrupt(section, 0, "the start of a dictionary", $"{file.SectionLength(section)} bytes");
                file.RequireLength(section + 2, 4L * (documents + 1L));
            }
        }
    }

    public bool TryNumber(int field, int document, out long value)
    {
        int section = field * SectionsPerField;
        bool present = (_file.Bytes(section, document / 8, 1)[0] >> (document % 8) & 1) != 0;
        value = present ? _file.Int64(section + 1, document) : 0;
        return present;
    }

    /// <summary>Number of distinct strings of a field.</summary>
    public int Terms(int field) => (int)(_file.SectionLength(field * SectionsPerField) / 4) - 1;

    /// <summary>The string with an ordinal; ordinals ascend as the strings do, ordinal comparison.</summary>
    public string Term(int field, int ordinal)
    {
        int section = field * SectionsPerField;
        long start = _file.UInt32(section, ordinal);
        return Encoding.UTF8.GetString(_file.Bytes(section + 1, start, _file.UInt32(section, ordinal + 1L) - start));
    }

    /// <summary>A document's ordinals, ascending; each is below <see cref="Terms"/>.</summary>
    public ReadOnlySpan<uint> Ordinals(int field, int document)
    {
        int section = (field * SectionsPerField) + 2;
        long start = _file.UInt32(section, document);
        long end = _file.UInt32(section, document + 1L);
        ReadOnlySpan<uint> ordinals =
            System.Runtime.InteropServices.MemoryMarshal.Cast<byte, uint>(_file.Bytes(section + 1, 4 * start, 4 * (end - start)));
        int terms = Terms(field);
        foreach (uint ordinal in ordinals)
        {
            if (ordinal >= (uint)terms)
                throw _file.Corrupt(section + 1, 4 * start, $"an ordinal below {terms}", $"{ordinal}");
        }

        return ordinals;
    }

    /// <summary>The ordinal of a string, or −1.</summary>
    public int Find(int field, string value)
    {
        int low = 0;
        int high = Terms(field) - 1;
        while (low <= high)
        {
            int middle = low + ((high - low) >> 1);
            int comparison = string.CompareOrdinal(Term(field, middle), value);
            if (comparison == 0)
                return middle;
            if (comparison < 0)
                low = middle + 1;
            else
                high = middle - 1;
        }

        return -1;
    }
}
