"""What a power loss leaves of the files of a run, by what tests/power/log.c wrote down of it.

A file keeps what was durable: all changes that were made before an fsync of it began that ended. Of its later changes nothing is
certain: all, none, some; the last cut at any byte, or its place there and zeros in it. A folder's entries likewise: what was
made durable by an fsync of the folder stays, of what came later any part may be there, a rename as a whole."""
import os
import random

SECTOR = 512


class File:
    def __init__(self, first=b""):
        self.first = first   # what it held as the run began
        self.changes = []    # (when, offset, bytes), or (when, size, None)
        self.synced = []     # (begun, ended)


class Folder:
    def __init__(self):
        self.first = {}      # name -> File or Folder
        self.changes = []    # (when, "bind", name, it) | (when, "rename", old, new, it) | (when, "unlink", name, None)
        self.synced = []


def durable(of, when):
    """The moment up to which its changes cannot be lost any more, if the power goes at `when`."""
    return max((begun for begun, ended in of.synced if ended < when), default=-1)


def read_log(path):
    with open(path, "rb") as log:
        while line := log.readline():
            fields = line[:-1].split(b"\t")
            size = int(fields.pop())
            yield [os.fsdecode(field) for field in fields], log.read(size)


class Disk:
    """The folder at `root` as it is now: all of it durable. Then told() what a run did there."""

    def __init__(self, root):
        self.root, self.when = root, 0
        self.inodes, self.all = {}, []
        self.top = self._load(root)
        self.now = {"": self.top}   # path -> what is there
        self._name("", self.top)

    def _load(self, path):
        folder = Folder()
        self.all.append(folder)
        for entry in os.scandir(path):
            if entry.is_dir():
                folder.first[entry.name] = self._load(entry.path)
                continue
            with open(entry.path, "rb") as content:
                file = folder.first[entry.name] = File(content.read())
            self.inodes[entry.inode()] = file
            self.all.append(file)
        return folder

    def _name(self, path, folder):
        for name, it in folder.first.items():
            self.now[os.path.join(path, name)] = it
            if isinstance(it, Folder):
                self._name(os.path.join(path, name), it)

    def told(self, log):
        begun = {}
        for self.when, (fields, data) in enumerate(read_log(log), self.when + 1):
            if fields[0] == "begin":
                begun[fields[1]] = (self.when, fields[2:])
            elif fields[0] == "end":
                self._sync(*begun.pop(fields[1]))
            else:
                getattr(self, "_" + fields[0])(*fields[1:], data)
        self.when += 1

    def _sync(self, begun, what):
        which = self.all if what[0] == "all" else [self.now[what[1]]] if what[0] == "folder" else [self.inodes[int(what[1])]]
        for one in which:
            one.synced.append((begun, self.when))

    def _entry(self, path, *change):
        self.now[os.path.dirname(path)].changes.append((self.when, *change))

    def _bind(self, path, it):
        self._entry(path, "bind", os.path.basename(path), it)
        self.now[path] = it
        self.all.append(it)

    def _create(self, path, inode, _):
        self.inodes[int(inode)] = File()
        self._bind(path, self.inodes[int(inode)])

    def _mkdir(self, path, _):
        self._bind(path, Folder())

    def _unlink(self, path, _):
        self._entry(path, "unlink", os.path.basename(path), None)
        self.now.pop(path, None)

    def _rename(self, old, new, _):
        self._entry(new, "rename", os.path.basename(old), os.path.basename(new), self.now[old])
        self.now[new] = self.now.pop(old)

    def _write(self, inode, offset, data):
        self.inodes[int(inode)].changes.append((self.when, int(offset), data))

    def _size(self, inode, size, _):
        self.inodes[int(inode)].changes.append((self.when, int(size), None))

    # ---- what is left

    def after(self, when, chance, worst=False):
        """{path: bytes, or None for a folder}, if the power goes at that moment. `worst`: all is lost that may be."""
        left = {}
        loss = Loss(chance, worst)
        self._leave("", self.top, when, loss, left)
        return left

    def _leave(self, path, folder, when, loss, left):
        entries = dict(folder.first)
        for change in loss.entries(folder, durable(folder, when), when):
            if change[1] == "bind":
                entries[change[2]] = change[3]
            elif change[1] == "unlink":
                entries.pop(change[2], None)
            else:
                if entries.get(change[2]) is change[4]:
                    del entries[change[2]]
                entries[change[3]] = change[4]
        for name, it in entries.items():
            where = os.path.join(path, name)
            if isinstance(it, Folder):
                left[where] = None
                self._leave(where, it, when, loss, left)
            else:
                left[where] = loss.content(it, durable(it, when), when)


class Loss:
    """One way of losing what was not durable."""

    def __init__(self, chance, worst):
        self.chance = chance
        self.folders = "none" if worst else chance.choice(["none", "all", "first", "some"])
        self.files = "none" if worst else chance.choice(["none", "all", "cut", "zeros", "torn", "each"])

    def entries(self, folder, kept, when):
        sure = [change for change in folder.changes if change[0] <= kept]
        open_ = [change for change in folder.changes if kept < change[0] < when]
        if self.folders == "none":
            return sure
        if self.folders == "first":
            return sure + open_[:self.chance.randint(0, len(open_))]
        return sure + [change for change in open_ if self.folders == "all" or self.chance.random() < 0.5]

    def content(self, file, kept, when):
        data = bytearray(file.first)
        for change in file.changes:
            if change[0] <= kept:
                put(data, change[1], change[2])
        open_ = [change for change in file.changes if kept < change[0] < when]
        how = self.files if self.files != "each" else self.chance.choice(["none", "all", "cut", "zeros", "torn"])
        if open_ and how != "none":
            getattr(self, "_" + how)(data, open_)
        return bytes(data)

    def _all(self, data, changes):
        for _, offset, more in changes:
            put(data, offset, more)

    def _cut(self, data, changes):
        whole = self.chance.randrange(len(changes))
        self._all(data, changes[:whole])
        _, offset, more = changes[whole]
        if more is not None:
            put(data, offset, more[:self.chance.randint(0, len(more))])

    def _zeros(self, data, changes):
        """The size came to the disk, the bytes did not; the first of them may be whole, up to any byte."""
        size = bytearray(data)
        self._all(size, changes)
        self._cut(data, changes)
        put(data, len(size), None)

    def _torn(self, data, changes):
        for _, offset, more in changes:
            if more is None:
                if self.chance.random() < 0.5:
                    put(data, offset, None)
                continue
            end = offset + len(more)
            for at in range(offset - offset % SECTOR, end, SECTOR):
                if self.chance.random() < 0.5:
                    begin = max(at, offset)
                    put(data, begin, more[begin - offset:min(at + SECTOR, end) - offset])


def put(data, offset, more):
    if more is None:
        if offset < len(data):
            del data[offset:]
        else:
            data.extend(bytes(offset - len(data)))
        return
    if offset > len(data):
        data.extend(bytes(offset - len(data)))
    data[offset:offset + len(more)] = more


def lay_out(left, root):
    """Makes the folder `root` hold that."""
    os.makedirs(root)
    for path, content in left.items():
        where = os.path.join(root, path)
        if content is None:
            os.makedirs(where, exist_ok=True)
            continue
        with open(where, "wb") as file:
            file.write(content)
